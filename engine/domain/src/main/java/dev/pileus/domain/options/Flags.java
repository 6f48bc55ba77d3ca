package dev.pileus.domain.options;

import java.util.Locale;
import java.util.Set;

/// Keys that are either on or off.
public final class Flags {
    private static final Set<String> ON = Set.of("true", "1", "yes", "on");

    private Flags() {}

    /// Whether a value, valid or empty, means yes.
    public static boolean isOn(String value) {
        return ON.contains(value.toLowerCase(Locale.ROOT));
    }
}
