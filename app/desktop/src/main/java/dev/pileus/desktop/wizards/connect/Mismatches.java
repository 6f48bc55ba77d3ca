package dev.pileus.desktop.wizards.connect;

import dev.pileus.desktop.wizards.connect.Page.Expectation;
import dev.pileus.desktop.wizards.connect.Page.Mismatch;
import dev.pileus.model.connections.Opening;
import dev.pileus.trust.Fingerprint;

/// The two ways to meet the wrong certificate.
final class Mismatches {
    private Mismatches() {}

    static Mismatch of(Opening.CertificateChanged changed) {
        return new Mismatch(
                changed.connection(),
                changed.pinned(),
                Fingerprint.of(changed.presented()),
                Expectation.PIN);
    }

    static Mismatch of(Opening.TokenOfAnotherServer other) {
        return new Mismatch(
                other.connection(), other.issuer(), other.presented(), Expectation.TOKEN);
    }
}
