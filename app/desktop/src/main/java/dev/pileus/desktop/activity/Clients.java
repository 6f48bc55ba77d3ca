package dev.pileus.desktop.activity;

import dev.pileus.api.Certificate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// Names of clients: servers tell who did something by the fingerprint of a certificate.
record Clients(Map<String, String> names) {
    /// Hex digits of a fingerprint, and how many of them tell enough.
    private static final int FINGERPRINT = 64;

    private static final int SHOWN = 12;

    Clients {
        names = Map.copyOf(names);
    }

    static Clients of(List<Certificate> certificates) {
        return new Clients(
                certificates.stream()
                        .filter(certificate -> !certificate.name().isBlank())
                        .collect(
                                Collectors.toMap(
                                        Certificate::fingerprint,
                                        Certificate::name,
                                        (first, _) -> first)));
    }

    /// The name of its certificate; else the beginning of the fingerprint, or the user's name as it
    /// is.
    String name(String user) {
        var known = names.get(user);
        if (known != null) {
            return known;
        }
        return user.length() == FINGERPRINT ? user.substring(0, SHOWN) : user;
    }
}
