package dev.pileus.domain.definitions;

import dev.pileus.api.MemberConfigKey;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// What a newcomer has filled into its form.
public final class MemberValues {
    private MemberValues() {}

    /// The keys of each definition of a kind, by its name.
    ///
    /// @param entity `storage-pool` or `network`
    public static Map<String, Map<String, String>> of(String entity, List<MemberConfigKey> values) {
        var all = new TreeMap<String, Map<String, String>>();
        values.stream()
                .filter(value -> value.entity().equals(entity))
                .forEach(value ->
                        all.computeIfAbsent(value.name(), name -> new TreeMap<>())
                                .put(value.key(), value.value()));
        return all;
    }
}
