package dev.pileus.database;

import dev.pileus.database.migration.Migrations;
import dev.pileus.database.sqlite.SqliteFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;

/// A database that only this member knows: one file, not replicated. Reads see the newest write.
public final class LocalDatabase implements Database {
    private final SqliteFile file;
    private final List<TableListener> listeners = new CopyOnWriteArrayList<>();

    private LocalDatabase(SqliteFile file) {
        this.file = file;
    }

    /// Opens or creates the file and brings it to the newest version.
    ///
    /// @throws DatabaseException if it is damaged, or newer than this program: it is left as it is
    public static LocalDatabase open(Path path, Migrations migrations) {
        var file = SqliteFile.open(path);
        try {
            migrations.migrate(file);
            return new LocalDatabase(file);
        } catch (DatabaseException e) {
            file.close();
            throw e;
        }
    }

    /// Opens the file as it is, for a repair: it must be there, and keeps its version.
    ///
    /// @throws DatabaseException if it is not there, or damaged
    public static LocalDatabase existing(Path path) {
        if (!Files.isRegularFile(path)) {
            throw new DatabaseException("there is no database " + path);
        }
        return new LocalDatabase(SqliteFile.open(path));
    }

    @Override
    public <T> T read(Query<T> query) {
        return file.read(query);
    }

    @Override
    public <T> T readLatest(Query<T> query) {
        return file.read(query);
    }

    @Override
    public WriteOutcome write(Batch batch) {
        var group = file.apply(List.of(batch), outcomes -> Batch.empty());
        tell(group.tables());
        return group.outcomes().getFirst();
    }

    @Override
    public Subscription watch(TableListener listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    @Override
    public void close() {
        file.close();
    }

    private void tell(Set<String> tables) {
        for (var listener : listeners) {
            if (listener.tables().stream().anyMatch(tables::contains)) {
                listener.changed();
            }
        }
    }
}
