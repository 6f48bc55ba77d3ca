package dev.pileus.domain.certificates;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// `POST /1.0/certificates`: a certificate to trust, or a wish for a token (CONTRACT 7.1). Tokens
/// keep it as their `request`.
///
/// @param certificate base64 of the DER form, or PEM; empty: the one shown in the handshake
/// @param trustToken of Incus' clients
/// @param password of LXD's clients: a token or the trust password; never shown
/// @param token whether a token is wanted
/// @param address where a member to be will live, as our own newcomers tell; never shown
public record CertificateRequest(
        String name,
        String type,
        boolean restricted,
        List<String> projects,
        String certificate,
        String description,
        String trustToken,
        @JsonProperty(access = JsonProperty.Access.WRITE_ONLY) String password,
        boolean token,
        @JsonProperty(access = JsonProperty.Access.WRITE_ONLY) String address) {
    public CertificateRequest {
        name = text(name);
        type = text(type);
        projects = projects == null ? List.of() : List.copyOf(projects);
        certificate = text(certificate);
        description = text(description);
        trustToken = text(trustToken);
        password = text(password);
        address = text(address);
    }

    private static String text(@Nullable String value) {
        return value == null ? "" : value;
    }

    /// What a stranger shows to be trusted, empty when nothing.
    String proof() {
        return trustToken.isEmpty() ? password : trustToken;
    }

    /// Never a secret.
    @Override
    public String toString() {
        return "CertificateRequest[" + name + ", " + type + "]";
    }
}
