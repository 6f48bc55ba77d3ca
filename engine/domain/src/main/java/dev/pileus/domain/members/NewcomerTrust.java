package dev.pileus.domain.members;

import dev.pileus.database.Batch;
import dev.pileus.database.Reader;
import java.security.cert.X509Certificate;
import java.util.Map;
import java.util.Optional;

/// Trust entries of type `server`: each member has one under its name.
public interface NewcomerTrust {
    /// The name under which a server's certificate is trusted.
    Optional<String> nameOf(Reader reader, String fingerprint);

    /// All that are trusted: names by fingerprint.
    Map<String, String> names(Reader reader);

    /// Takes the trust back from one certificate.
    Batch forgetCertificate(String fingerprint);

    /// Trusts a server under a name; who had the name before is trusted no more.
    Batch trust(Reader reader, String name, X509Certificate certificate);

    /// Takes the trust back from whoever has this name.
    Batch forget(Reader reader, String name);
}
