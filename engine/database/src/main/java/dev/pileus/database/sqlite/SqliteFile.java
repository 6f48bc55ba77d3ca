package dev.pileus.database.sqlite;

import dev.pileus.database.Batch;
import dev.pileus.database.DatabaseException;
import dev.pileus.database.Query;
import dev.pileus.database.Rows;
import dev.pileus.database.WriteOutcome;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;

/// One SQLite file: a single writer, any number of readers that do not block it (WAL). Safe for use
/// by many threads.
///
/// Ordinary refusals (constraints, row counts) are [WriteOutcome]s; when the disk or the file
/// itself fails, a [DatabaseException] is thrown and nothing of the group is kept.
public final class SqliteFile implements AutoCloseable {
    private static final int IDLE_READERS = 8;
    // not the driver's own: that begins the next transaction with the end of the last one
    private static final String BEGIN = "BEGIN IMMEDIATE";

    private final Path path;
    private final Connection writer;
    private final TouchedTables touched;
    private final ReentrantLock writing = new ReentrantLock();
    private final Deque<Connection> readers = new ArrayDeque<>();
    private boolean closed;

    private SqliteFile(Path path, Connection writer, TouchedTables touched) {
        this.path = path;
        this.writer = writer;
        this.touched = touched;
    }

    /// Opens the file, or creates it.
    ///
    /// @throws DatabaseException if it is no intact SQLite database; it is left as it is
    public static SqliteFile open(Path path) {
        var writer = Connections.writer(path);
        try {
            return new SqliteFile(path, writer, TouchedTables.of(writer));
        } catch (SQLException e) {
            Connections.close(writer);
            throw new DatabaseException("cannot watch " + path, e);
        }
    }

    public Path path() {
        return path;
    }

    /// Everything the query asks comes from one moment.
    public <T> T read(Query<T> query) {
        var connection = borrow();
        try {
            connection.setAutoCommit(false);
            var result =
                    query.ask((sql, arguments) -> Statements.select(connection, sql, arguments));
            connection.rollback();
            giveBack(connection);
            return result;
        } catch (SQLException e) {
            Connections.close(connection);
            throw new DatabaseException("cannot read " + path + ": " + e.getMessage(), e);
        } catch (RuntimeException e) {
            // whatever the query did, its transaction ends with its connection
            Connections.close(connection);
            throw e;
        }
    }

    /// Applies each batch whole or not at all, all of them in one transaction.
    ///
    /// @param closing runs after them in the same transaction and must succeed: bookkeeping, which
    ///   may depend on their outcomes
    public Group apply(List<Batch> batches, Function<List<WriteOutcome>, Batch> closing) {
        writing.lock();
        try {
            touched.clear();
            Statements.execute(writer, BEGIN);
            var outcomes = new ArrayList<WriteOutcome>(batches.size());
            for (var batch : batches) {
                outcomes.add(Statements.apply(writer, batch));
            }
            close(closing.apply(outcomes));
            return new Group(outcomes, touched.tables());
        } catch (SQLException e) {
            rollback(e);
            throw new DatabaseException("cannot write " + path + ": " + e.getMessage(), e);
        } catch (RuntimeException e) {
            rollback(e);
            throw e;
        } finally {
            writing.unlock();
        }
    }

    /// Runs a script of several statements whole or not at all, in a transaction with the closing
    /// ones, which must succeed; for schemas.
    public WriteOutcome script(String sql, Batch closing) {
        writing.lock();
        try {
            Statements.execute(writer, BEGIN);
            var outcome = Statements.script(writer, sql);
            close(closing);
            return outcome;
        } catch (SQLException e) {
            rollback(e);
            throw new DatabaseException("cannot change the schema of " + path, e);
        } catch (RuntimeException e) {
            rollback(e);
            throw e;
        } finally {
            writing.unlock();
        }
    }

    /// Writes a complete, consistent copy while readers and the writer go on. Row ids are kept.
    public void backup(Path target) {
        Backups.copy(path, target);
    }

    /// Asks without any table of ours in mind, such as `PRAGMA user_version`.
    public Rows ask(String sql) {
        return read(reader -> reader.select(sql));
    }

    @Override
    public void close() {
        writing.lock();
        try {
            synchronized (readers) {
                closed = true;
                readers.forEach(Connections::close);
                readers.clear();
            }
            Connections.close(writer);
        } finally {
            writing.unlock();
        }
    }

    private void close(Batch closing) throws SQLException {
        switch (Statements.apply(writer, closing)) {
            case WriteOutcome.Applied applied -> {}
            case WriteOutcome other ->
                    throw new DatabaseException("cannot keep the books of " + path + ": " + other);
        }
        Statements.execute(writer, "COMMIT");
    }

    private Connection borrow() {
        synchronized (readers) {
            if (closed) {
                throw new DatabaseException(path + " is closed");
            }
            var idle = readers.poll();
            if (idle != null) {
                return idle;
            }
        }
        return Connections.reader(path);
    }

    private void giveBack(Connection connection) {
        synchronized (readers) {
            if (!closed && readers.size() < IDLE_READERS) {
                readers.push(connection);
                return;
            }
        }
        Connections.close(connection);
    }

    private void rollback(Exception cause) {
        try {
            Statements.execute(writer, "ROLLBACK");
        } catch (SQLException e) {
            cause.addSuppressed(e);
        }
    }

    /// What became of a group of batches.
    ///
    /// @param outcomes in the order of the batches
    /// @param tables those whose rows the group changed
    public record Group(List<WriteOutcome> outcomes, Set<String> tables) {
        public Group {
            outcomes = List.copyOf(outcomes);
            tables = Set.copyOf(tables);
        }
    }
}
