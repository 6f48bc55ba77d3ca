package dev.pileus.desktop.views;

import dev.pileus.desktop.settings.Settings;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// How the user has the columns: table to column to state.
record ColumnMemory(Map<String, Map<String, State>> tables) {
    private static final String SECTION = "columns";

    /// How one column is.
    ///
    /// @param width in pixels
    record State(double width, boolean visible) {
        static State usual(Column<?> column) {
            return new State(column.width(), !column.manner().spare());
        }
    }

    /// What was remembered.
    ///
    /// @param tables null where a settings file has none
    ColumnMemory(@Nullable Map<String, Map<String, State>> tables) {
        this.tables = tables == null ? Map.of() : Map.copyOf(tables);
    }

    static Map<String, State> read(Settings settings, String table) {
        return in(settings).tables().getOrDefault(table, Map.of());
    }

    static void remember(Settings settings, String table, Map<String, State> columns) {
        var tables = new HashMap<>(in(settings).tables());
        tables.put(table, columns);
        settings.write(SECTION, new ColumnMemory(tables));
    }

    private static ColumnMemory in(Settings settings) {
        return settings.read(SECTION, ColumnMemory.class, new ColumnMemory(Map.of()));
    }
}
