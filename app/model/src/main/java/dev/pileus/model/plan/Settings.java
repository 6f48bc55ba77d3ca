package dev.pileus.model.plan;

import java.util.Locale;
import java.util.Set;

/// How servers read their settings.
final class Settings {
    static final String STATEFUL_MIGRATION = "migration.stateful";

    private static final Set<String> TRUE = Set.of("true", "1", "yes", "on");

    private Settings() {}

    static boolean isTrue(String value) {
        return TRUE.contains(value.toLowerCase(Locale.ROOT));
    }
}
