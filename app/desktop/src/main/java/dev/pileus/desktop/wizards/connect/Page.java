package dev.pileus.desktop.wizards.connect;

import dev.pileus.model.connections.ClusterConnection;
import dev.pileus.model.connections.Opening;
import dev.pileus.model.connections.SavedConnection;
import dev.pileus.trust.Fingerprint;
import java.nio.file.Path;
import java.security.cert.X509Certificate;

/// A page of the wizard with all that it shows, apart from what the user types.
sealed interface Page {
    Step step();

    /// Which server?
    record Choose() implements Page {
        @Override
        public Step step() {
            return Step.SERVER;
        }
    }

    /// A connection that was picked elsewhere is being opened.
    record Reach(SavedConnection connection) implements Page {
        @Override
        public Step step() {
            return Step.SERVER;
        }
    }

    /// Is this the right server? A person compares.
    record Compare(SavedConnection connection, X509Certificate presented) implements Page {
        @Override
        public Step step() {
            return Step.CERTIFICATE;
        }

        Fingerprint fingerprint() {
            return Fingerprint.of(presented);
        }
    }

    /// Not the right server, or its certificate was replaced. Here the way ends.
    record Mismatch(
            SavedConnection connection,
            Fingerprint expected,
            Fingerprint presented,
            Expectation expectation)
            implements Page {
        @Override
        public Step step() {
            return Step.CERTIFICATE;
        }
    }

    /// The server does not trust us yet.
    ///
    /// @param certificate the file with the certificate that it should trust
    record Trust(Opening.NotTrusted refusal, Path certificate) implements Page {
        @Override
        public Step step() {
            return Step.TRUST;
        }

        SavedConnection connection() {
            return refusal.connection();
        }
    }

    /// Connected; what should it be called?
    record Name(ClusterConnection cluster) implements Page {
        @Override
        public Step step() {
            return Step.NAME;
        }
    }

    /// Who said which certificate to expect.
    enum Expectation {
        /// A saved connection, or a stock client.
        PIN,
        TOKEN
    }
}
