package dev.pileus.domain.certificates;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// What a certificate is trusted as, with its number in the table.
public enum CertificateType {
    CLIENT(1),
    SERVER(2),
    METRICS(3);

    private final int number;

    CertificateType(int number) {
        this.number = number;
    }

    int number() {
        return number;
    }

    /// As the API writes it.
    public String title() {
        return name().toLowerCase(Locale.ROOT);
    }

    static CertificateType of(long number) {
        return Arrays.stream(values())
                .filter(type -> type.number == number)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no type " + number));
    }

    static Optional<CertificateType> named(String title) {
        return Arrays.stream(values()).filter(type -> type.title().equals(title)).findFirst();
    }
}
