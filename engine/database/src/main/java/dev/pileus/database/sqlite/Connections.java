package dev.pileus.database.sqlite;

import dev.pileus.database.DatabaseException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.sqlite.SQLiteConfig;

/// Opens connections with the pragmas that the whole design rests on.
final class Connections {
    private static final Logger LOG = LoggerFactory.getLogger(Connections.class);
    private static final int BUSY_MILLIS = 10_000;

    private Connections() {}

    static Connection writer(Path path) {
        var config = common();
        // the raft log is the durable truth of a replica: a lost tail is applied again
        config.setJournalMode(SQLiteConfig.JournalMode.WAL);
        config.setSynchronous(SQLiteConfig.SynchronousMode.NORMAL);
        var connection = open(path, config);
        try {
            Statements.select(connection, "SELECT count(*) FROM sqlite_schema");
            return connection;
        } catch (DatabaseException e) {
            close(connection);
            throw e;
        }
    }

    static Connection reader(Path path) {
        var config = common();
        config.setReadOnly(true);
        return open(path, config);
    }

    static void close(Connection connection) {
        try {
            connection.close();
        } catch (SQLException e) {
            LOG.warn("Cannot close a connection: {}", e.getMessage());
        }
    }

    private static SQLiteConfig common() {
        var config = new SQLiteConfig();
        config.enforceForeignKeys(true);
        config.setBusyTimeout(BUSY_MILLIS);
        return config;
    }

    private static Connection open(Path path, SQLiteConfig config) {
        try {
            return config.createConnection("jdbc:sqlite:" + path);
        } catch (SQLException e) {
            throw unreadable(path, e);
        }
    }

    private static DatabaseException unreadable(Path path, SQLException cause) {
        return new DatabaseException(
                "cannot open the database " + path + ": " + cause.getMessage(), cause);
    }
}
