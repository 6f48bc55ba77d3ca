package dev.pileus.domain.certificates;

import dev.pileus.api.Certificate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The writable part of an entry.
///
/// @param type cannot be changed; empty: as it is
/// @param certificate PEM, or base64 of the DER form; empty: as it is
public record CertificateUpdate(
        String name,
        String type,
        boolean restricted,
        List<String> projects,
        String certificate,
        String description) {
    public CertificateUpdate {
        name = text(name);
        type = text(type);
        projects = projects == null ? List.of() : List.copyOf(projects);
        certificate = text(certificate);
        description = text(description);
    }

    public static CertificateUpdate of(Certificate certificate) {
        return new CertificateUpdate(
                certificate.name(),
                certificate.type(),
                certificate.restricted(),
                certificate.projects(),
                certificate.certificate(),
                certificate.description());
    }

    private static String text(@Nullable String value) {
        return value == null ? "" : value;
    }
}
