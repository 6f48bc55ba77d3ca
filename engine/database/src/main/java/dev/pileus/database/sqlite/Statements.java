package dev.pileus.database.sqlite;

import dev.pileus.database.Batch;
import dev.pileus.database.DatabaseException;
import dev.pileus.database.Rows;
import dev.pileus.database.Statement;
import dev.pileus.database.WriteOutcome;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/// Runs statements on a connection and tells refusals from faults.
final class Statements {
    private static final String SAVEPOINT = "batch";

    private Statements() {}

    static Rows select(Connection connection, String sql, @Nullable Object... arguments) {
        try (var statement = connection.prepareStatement(sql)) {
            bind(statement, Statement.of(sql, arguments).arguments());
            try (var result = statement.executeQuery()) {
                return rows(result);
            }
        } catch (SQLException e) {
            throw new DatabaseException(
                    "cannot ask \"" + sql + "\": " + plain(String.valueOf(e.getMessage())), e);
        }
    }

    /// @throws SQLException if the disk or the file fails
    static WriteOutcome apply(Connection connection, Batch batch) throws SQLException {
        execute(connection, "SAVEPOINT " + SAVEPOINT);
        var outcome = run(connection, batch);
        if (!(outcome instanceof WriteOutcome.Applied)) {
            execute(connection, "ROLLBACK TO " + SAVEPOINT);
        }
        execute(connection, "RELEASE " + SAVEPOINT);
        return outcome;
    }

    /// @throws SQLException if the disk or the file fails
    static WriteOutcome script(Connection connection, String sql) throws SQLException {
        execute(connection, "SAVEPOINT " + SAVEPOINT);
        WriteOutcome outcome = new WriteOutcome.Applied(List.of());
        try {
            execute(connection, sql);
        } catch (SQLiteException e) {
            outcome = refusal(0, e);
            execute(connection, "ROLLBACK TO " + SAVEPOINT);
        }
        execute(connection, "RELEASE " + SAVEPOINT);
        return outcome;
    }

    private static WriteOutcome run(Connection connection, Batch batch) throws SQLException {
        var touched = new ArrayList<Integer>(batch.statements().size());
        for (var i = 0; i < batch.statements().size(); i++) {
            var statement = batch.statements().get(i);
            int rows;
            try {
                rows = update(connection, statement);
            } catch (SQLiteException e) {
                return refusal(i, e);
            } catch (SQLException e) {
                // the driver itself refuses: values that are missing, an answer where none belongs
                return new WriteOutcome.Unusable(i, String.valueOf(e.getMessage()));
            }
            var expected = statement.expectedRows();
            if (expected.isPresent() && expected.getAsInt() != rows) {
                return new WriteOutcome.Overtaken(i, expected.getAsInt(), rows);
            }
            touched.add(rows);
        }
        return new WriteOutcome.Applied(touched);
    }

    private static int update(Connection connection, Statement statement) throws SQLException {
        try (var prepared = connection.prepareStatement(statement.sql())) {
            bind(prepared, statement.arguments());
            return prepared.executeUpdate();
        }
    }

    /// Only what every replica finds alike may become an outcome; a full disk does not.
    private static WriteOutcome refusal(int statement, SQLiteException fault)
            throws SQLiteException {
        var message = fault.getMessage() == null ? "" : fault.getMessage();
        var code = fault.getResultCode();
        if ((code.code & 0xff) == SQLiteErrorCode.SQLITE_CONSTRAINT.code) {
            return new WriteOutcome.BrokenConstraint(statement, kind(code), plain(message));
        }
        return switch (code) {
            case SQLITE_ERROR, SQLITE_MISMATCH, SQLITE_RANGE, SQLITE_TOOBIG ->
                    new WriteOutcome.Unusable(statement, plain(message));
            default -> throw fault;
        };
    }

    private static WriteOutcome.Kind kind(SQLiteErrorCode code) {
        return switch (code) {
            case SQLITE_CONSTRAINT_UNIQUE, SQLITE_CONSTRAINT_PRIMARYKEY, SQLITE_CONSTRAINT_ROWID ->
                    WriteOutcome.Kind.UNIQUE;
            case SQLITE_CONSTRAINT_FOREIGNKEY -> WriteOutcome.Kind.FOREIGN_KEY;
            case SQLITE_CONSTRAINT_NOTNULL -> WriteOutcome.Kind.NOT_NULL;
            case SQLITE_CONSTRAINT_CHECK -> WriteOutcome.Kind.CHECK;
            default -> WriteOutcome.Kind.OTHER;
        };
    }

    /// The driver wraps SQLite's own words: `[CODE] explanation (words)`.
    private static String plain(String message) {
        var open = message.indexOf(" (");
        return open >= 0 && message.endsWith(")")
                ? message.substring(open + 2, message.length() - 1)
                : message;
    }

    private static void bind(PreparedStatement statement, List<@Nullable Object> arguments)
            throws SQLException {
        for (var i = 0; i < arguments.size(); i++) {
            statement.setObject(i + 1, arguments.get(i));
        }
    }

    private static Rows rows(ResultSet result) throws SQLException {
        var meta = result.getMetaData();
        var columns = new ArrayList<String>(meta.getColumnCount());
        for (var i = 1; i <= meta.getColumnCount(); i++) {
            columns.add(meta.getColumnLabel(i));
        }
        var rows = new ArrayList<List<@Nullable Object>>();
        while (result.next()) {
            var row = new ArrayList<@Nullable Object>(columns.size());
            for (var i = 1; i <= columns.size(); i++) {
                row.add(Statement.stored(result.getObject(i)));
            }
            rows.add(row);
        }
        return new Rows(columns, rows);
    }

    static void execute(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.executeUpdate(sql);
        }
    }
}
