package dev.pileus.api;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/// What stands in for values that a server leaves out or sends as `null`. Real servers do both:
/// `roles`, `groups`, `config`, `used_by` and whole lists have been seen as `null`.
final class Absent {
    private Absent() {}

    static String text(@Nullable String value) {
        return value == null ? "" : value;
    }

    static <T> List<T> list(@Nullable List<? extends @Nullable T> values) {
        if (values == null) {
            return List.of();
        }
        var present = new ArrayList<T>(values.size());
        for (T value : values) {
            if (value != null) {
                present.add(value);
            }
        }
        return Collections.unmodifiableList(present);
    }

    /// Keeps the server's order.
    static <V> Map<String, V> map(@Nullable Map<String, ? extends @Nullable V> values) {
        if (values == null) {
            return Map.of();
        }
        SequencedMap<String, V> present = new LinkedHashMap<>();
        values.forEach((key, value) -> {
            if (value != null) {
                present.put(key, value);
            }
        });
        return Collections.unmodifiableMap(present);
    }

    /// Maps of maps, such as devices.
    static Map<String, Map<String, String>> maps(
            @Nullable Map<String, ? extends @Nullable Map<String, String>> values) {
        SequencedMap<String, Map<String, String>> copies = new LinkedHashMap<>();
        Absent.<Map<String, String>>map(values)
                .forEach((name, value) -> copies.put(name, map(value)));
        return Collections.unmodifiableMap(copies);
    }
}
