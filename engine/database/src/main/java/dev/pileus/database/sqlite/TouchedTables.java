package dev.pileus.database.sqlite;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.Set;
import org.sqlite.SQLiteConnection;

/// Notes which tables a writer's statements change, as SQLite itself tells it. Tables without row
/// ids are not told, so the schemas have none.
final class TouchedTables {
    private final Set<String> tables = new HashSet<>();

    private TouchedTables() {}

    static TouchedTables of(Connection writer) throws SQLException {
        var touched = new TouchedTables();
        writer.unwrap(SQLiteConnection.class)
                .addUpdateListener((type, database, table, row) -> touched.tables.add(table));
        return touched;
    }

    void clear() {
        tables.clear();
    }

    Set<String> tables() {
        return Set.copyOf(tables);
    }
}
