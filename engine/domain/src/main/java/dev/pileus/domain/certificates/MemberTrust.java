package dev.pileus.domain.certificates;

import dev.pileus.api.Certificate;
import dev.pileus.database.Batch;
import dev.pileus.database.Reader;
import dev.pileus.domain.members.NewcomerTrust;
import dev.pileus.trust.Fingerprint;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The entries of members, as joins and removals see them.
public final class MemberTrust implements NewcomerTrust {
    @Override
    public Optional<String> nameOf(Reader reader, String fingerprint) {
        return CertificatesRepository.memberName(reader, fingerprint);
    }

    @Override
    public Map<String, String> names(Reader reader) {
        return CertificatesRepository.memberNames(reader);
    }

    @Override
    public Batch forgetCertificate(String fingerprint) {
        return CertificatesRepository.delete(fingerprint);
    }

    @Override
    public Batch trust(Reader reader, String name, X509Certificate certificate) {
        var entry =
                new Certificate(
                        name,
                        CertificateType.SERVER.title(),
                        false,
                        List.of(),
                        Material.pem(certificate),
                        "",
                        Fingerprint.of(certificate).hex());
        return Batch.builder()
                .add(CertificatesRepository.forgetMember(name))
                .add(CertificatesRepository.add(reader, entry))
                .build();
    }

    @Override
    public Batch forget(Reader reader, String name) {
        return CertificatesRepository.forgetMember(name);
    }
}
