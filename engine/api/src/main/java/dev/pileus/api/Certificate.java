package dev.pileus.api;

import java.util.List;

/// An entry of the trust store (CONTRACT 7.1).
///
/// @param type `client`, `server` (a member), `metrics` or `unknown`
/// @param certificate PEM
/// @param fingerprint SHA-256 of the DER form, 64 hex digits
public record Certificate(
        String name,
        String type,
        boolean restricted,
        List<String> projects,
        String certificate,
        String description,
        String fingerprint) {
    public Certificate {
        name = Absent.text(name);
        type = Absent.text(type);
        projects = Absent.list(projects);
        certificate = Absent.text(certificate);
        description = Absent.text(description);
        fingerprint = Absent.text(fingerprint);
    }
}
