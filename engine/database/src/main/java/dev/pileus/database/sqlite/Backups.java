package dev.pileus.database.sqlite;

import dev.pileus.database.DatabaseException;
import java.nio.file.Path;
import java.sql.SQLException;
import org.sqlite.SQLiteConnection;
import org.sqlite.SQLiteErrorCode;

/// Copies live databases with SQLite's backup, not `VACUUM INTO`: that may renumber row ids.
final class Backups {
    private Backups() {}

    static void copy(Path source, Path target) {
        var connection = Connections.reader(source);
        try {
            var code =
                    connection
                            .unwrap(SQLiteConnection.class)
                            .getDatabase()
                            .backup("main", target.toString(), null);
            if (code != SQLiteErrorCode.SQLITE_OK.code) {
                throw new DatabaseException(
                        "cannot back up %s to %s: %s"
                                .formatted(source, target, SQLiteErrorCode.getErrorCode(code)));
            }
        } catch (SQLException e) {
            throw new DatabaseException("cannot back up " + source + " to " + target, e);
        } finally {
            Connections.close(connection);
        }
    }
}
