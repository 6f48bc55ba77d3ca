package dev.pileus.trust;

import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.List;
import org.bouncycastle.asn1.x509.KeyPurposeId;

/// Makes new client identities: an EC P-384 key and a certificate that it signs itself, the kind
/// the stock clients make. Thread-safe.
public final class ClientCertificates {
    private final InstantSource time;
    private final SecureRandom random;

    public ClientCertificates(InstantSource time, SecureRandom random) {
        this.time = time;
        this.random = random;
    }

    /// A new key and its certificate, valid for ten years from now.
    ///
    /// @param commonName what people see in trust lists, usually `user@host`
    public ClientIdentity create(String commonName) {
        return new SelfSigned(commonName, List.of(KeyPurposeId.id_kp_clientAuth), List.of())
                .create(time.instant(), random);
    }
}
