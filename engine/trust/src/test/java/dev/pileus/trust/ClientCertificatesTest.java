package dev.pileus.trust;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import java.security.interfaces.ECPublicKey;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Date;
import org.junit.jupiter.api.Test;

class ClientCertificatesTest {
    private static final Instant NOW = Instant.parse("2026-11-20T12:00:00Z");

    private final ClientCertificates certificates =
            new ClientCertificates(InstantSource.fixed(NOW), new SecureRandom());

    @Test
    void makesSelfSignedP384CertificateForClients() throws Exception {
        var certificate = certificates.create("ann@desk, O=Evil").certificate();

        certificate.verify(certificate.getPublicKey());
        assertThat(((ECPublicKey) certificate.getPublicKey()).getParams().getOrder().bitLength())
                .isEqualTo(384);
        assertThat(certificate.getSigAlgName()).isEqualTo("SHA384withECDSA");
        assertThat(certificate.getExtendedKeyUsage()).containsExactly("1.3.6.1.5.5.7.3.2");
        assertThat(certificate.getBasicConstraints()).isEqualTo(-1);
        assertThat(certificate.getSubjectX500Principal().getName())
                .isEqualTo("CN=ann@desk\\, O\\=Evil,O=Pileus");
    }

    @Test
    void isValidForTenYearsFromTheInjectedTime() throws Exception {
        var certificate = certificates.create("ann@desk").certificate();

        certificate.checkValidity(Date.from(NOW.minus(Duration.ofMinutes(59))));
        certificate.checkValidity(Date.from(NOW.plus(Duration.ofDays(3651))));
        assertThat(certificate.getNotAfter()).isBefore(Date.from(NOW.plus(Duration.ofDays(3653))));
    }

    @Test
    void makesAnotherKeyEachTime() {
        assertThat(certificates.create("ann").fingerprint())
                .isNotEqualTo(certificates.create("ann").fingerprint());
    }

    @Test
    void neverPrintsTheKey() {
        var identity = certificates.create("ann");
        assertThat(identity)
                .hasToString("ClientIdentity[" + identity.fingerprint().shortForm() + "]");
    }
}
