package dev.pileus.server.sql;

import dev.pileus.database.Reader;
import java.util.HexFormat;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// A database as the SQL that makes it.
final class SqlDump {
    private static final String DEFINITIONS =
            """
            SELECT type, name, sql FROM sqlite_schema
            WHERE sql IS NOT NULL AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\'
            ORDER BY type = 'table' DESC, rowid\
            """;

    private SqlDump() {}

    /// @param rows whether what is in the tables comes along
    static String of(Reader reader, boolean rows) {
        var dump = new StringBuilder("PRAGMA foreign_keys=OFF;\nBEGIN TRANSACTION;\n");
        for (var part : reader.select(DEFINITIONS)) {
            dump.append(part.text("sql")).append(";\n");
            if (rows && part.text("type").equals("table")) {
                insert(reader, part.text("name"), dump);
            }
        }
        return dump.append("COMMIT;\n").toString();
    }

    private static void insert(Reader reader, String table, StringBuilder dump) {
        for (var row : reader.select("SELECT * FROM " + quoted(table)).values()) {
            dump.append("INSERT INTO ")
                    .append(quoted(table))
                    .append(" VALUES(")
                    .append(row.stream().map(SqlDump::literal).collect(Collectors.joining(",")))
                    .append(");\n");
        }
    }

    private static String literal(@Nullable Object value) {
        return switch (value) {
            case null -> "NULL";
            case String text -> "'" + text.replace("'", "''") + "'";
            case byte[] bytes -> "X'" + HexFormat.of().formatHex(bytes) + "'";
            default -> value.toString();
        };
    }

    private static String quoted(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }
}
