package dev.pileus.desktop.wizards.connect;

import dev.pileus.trust.Fingerprint;

/// Fingerprints in groups that people can compare.
final class Hex {
    private static final int GROUP = 4;
    private static final int LINE = 32;

    private Hex() {}

    /// Two lines of eight groups.
    static String grouped(Fingerprint fingerprint) {
        var text = new StringBuilder();
        var digits = fingerprint.hex();
        for (int at = 0; at < digits.length(); at += GROUP) {
            if (at > 0) {
                text.append(at % LINE == 0 ? '\n' : ' ');
            }
            text.append(digits, at, at + GROUP);
        }
        return text.toString();
    }
}
