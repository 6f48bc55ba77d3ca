package dev.pileus.domain.definitions;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The tables of one kind of definition.
///
/// @param table such as `storage_pools`; `_nodes` (the parts on members) and `_config` are beside
///   it
/// @param reference the column by which those refer to it
/// @param type the column that tells the driver or type
public record DefinitionTables(String table, String reference, String type) {
    String nodes() {
        return table + "_nodes";
    }

    String configs() {
        return table + "_config";
    }

    static String condition(Scope scope) {
        return scope.project().isEmpty() ? "TRUE" : "project_id = ?";
    }

    /// For the question marks of a condition and of what stands around it.
    static @Nullable Object[] arguments(
            List<? extends @Nullable Object> before, Scope scope, Object... after) {
        var all = new ArrayList<@Nullable Object>(before);
        scope.project().ifPresent(all::add);
        all.addAll(List.of(after));
        return all.toArray();
    }
}
