package dev.pileus.database.raft;

import dev.pileus.database.Batch;
import dev.pileus.database.DatabaseException;
import dev.pileus.database.Query;
import dev.pileus.database.WriteOutcome;
import dev.pileus.database.migration.Migration;
import dev.pileus.database.migration.Migrations;
import dev.pileus.database.raft.codec.Entry;
import dev.pileus.database.raft.codec.EntryCodec;
import dev.pileus.database.sqlite.SqliteFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import org.apache.ratis.server.protocol.TermIndex;

/// This member's copy of the database: the live file, and how far in the log it has come, written
/// in the same transactions. Only the applying thread writes; any thread reads.
final class Replica implements AutoCloseable {
    private static final String SCHEMA =
            """
            CREATE TABLE pileus_applied (
                id INTEGER PRIMARY KEY CHECK (id = 1),
                term INTEGER NOT NULL,
                log_index INTEGER NOT NULL);
            INSERT INTO pileus_applied VALUES (1, 0, -1);
            """
                    + Proposers.SCHEMA;
    private static final String FILE = "database.db";

    private final Path path;
    private final Migrations migrations;
    private final ChangeFeed changes;
    private final Applied applied = new Applied(-1);
    private final ReentrantReadWriteLock replacing = new ReentrantReadWriteLock();
    private SqliteFile file;
    private Proposers proposers;
    private volatile TermIndex position;

    private Replica(Path path, Migrations migrations, ChangeFeed changes, SqliteFile file) {
        this.path = path;
        this.migrations = migrations;
        this.changes = changes;
        this.file = file;
        this.proposers = file.read(Proposers::read);
        this.position = position(file);
        applied.advance(position.getIndex());
        changes.begin(position.getIndex());
    }

    /// Opens or creates the live file in the folder.
    ///
    /// @throws DatabaseException if it is damaged, or newer than this program: it is left as it is
    static Replica open(Path folder, Migrations migrations, ChangeFeed changes) {
        var path = file(folder);
        var file = SqliteFile.open(path);
        try {
            check(file, migrations);
            return new Replica(path, migrations, changes, file);
        } catch (DatabaseException e) {
            file.close();
            throw e;
        }
    }

    /// Where the live file is in its folder.
    static Path file(Path folder) {
        return folder.resolve(FILE);
    }

    Applied applied() {
        return applied;
    }

    /// The last entry that the file itself holds.
    TermIndex position() {
        return position;
    }

    int schemaVersion() {
        replacing.readLock().lock();
        try {
            return Migrations.version(file);
        } finally {
            replacing.readLock().unlock();
        }
    }

    <T> T read(Query<T> query) {
        replacing.readLock().lock();
        try {
            return file.read(query);
        } finally {
            replacing.readLock().unlock();
        }
    }

    void backup(Path target) {
        replacing.readLock().lock();
        try {
            file.backup(target);
        } finally {
            replacing.readLock().unlock();
        }
    }

    /// Applies entries in the order of the log; those that the file holds already change nothing.
    ///
    /// @return one outcome for each entry
    /// @throws DatabaseException if disk or file fail; nothing of the last transaction is kept, and
    ///   nothing may be applied any more
    List<WriteOutcome> apply(List<Committed> entries) {
        var outcomes = new ArrayList<WriteOutcome>(entries.size());
        var group = new ApplyGroup(proposers);
        for (var entry : entries) {
            var decoded = EntryCodec.decode(entry.content());
            if (decoded instanceof Entry.Migrate(var step)) {
                outcomes.addAll(finish(group));
                outcomes.add(migrate(entry.at(), step));
                group = new ApplyGroup(proposers);
            } else {
                group.add(entry.at(), decoded, entry.index() <= position.getIndex());
            }
        }
        outcomes.addAll(finish(group));
        return outcomes;
    }

    /// Puts a snapshot in place of the live file.
    void restore(Path snapshot) throws IOException {
        var copy = path.resolveSibling(FILE + ".new");
        Files.copy(snapshot, copy, StandardCopyOption.REPLACE_EXISTING);
        try (var fresh = SqliteFile.open(copy)) {
            check(fresh, migrations);
        }
        replacing.writeLock().lock();
        try {
            file.close();
            Files.deleteIfExists(path.resolveSibling(FILE + "-wal"));
            Files.deleteIfExists(path.resolveSibling(FILE + "-shm"));
            SyncedFiles.replace(copy, path);
            file = SqliteFile.open(path);
            proposers = file.read(Proposers::read);
            position = position(file);
        } finally {
            replacing.writeLock().unlock();
        }
        applied.advance(position.getIndex());
        changes.tell(position.getIndex(), ChangeFeed.EVERYTHING);
    }

    @Override
    public void close() {
        replacing.writeLock().lock();
        try {
            file.close();
        } finally {
            replacing.writeLock().unlock();
        }
    }

    private List<WriteOutcome> finish(ApplyGroup group) {
        if (!group.isNews()) {
            return group.outcomes(List.of());
        }
        var last = group.last();
        var written =
                file.apply(
                        group.batches(),
                        outcomes -> {
                            group.settle(outcomes);
                            var books = books(last);
                            proposers.books(books);
                            return books.build();
                        });
        arrived(last, ours(written.tables()));
        return group.outcomes(written.outcomes());
    }

    private WriteOutcome migrate(TermIndex at, Migration step) {
        var version = Migrations.version(file);
        if (at.getIndex() <= position.getIndex() || step.version() <= version) {
            applied.advance(at.getIndex());
            return new WriteOutcome.Applied(List.of());
        }
        if (step.version() > migrations.newest()) {
            throw new DatabaseException(
                    "the cluster has moved its database to version %d, this program knows versions up to %d: install the newer Pileus on this member"
                            .formatted(step.version(), migrations.newest()));
        }
        if (step.version() > version + 1) {
            applied.advance(at.getIndex());
            return new WriteOutcome.Unusable(
                    0, "version %d does not follow %d".formatted(step.version(), version));
        }
        var outcome = file.script(step.script(), books(at).build());
        arrived(at, ChangeFeed.EVERYTHING);
        return outcome;
    }

    private void arrived(TermIndex at, Set<String> tables) {
        position = at;
        changes.tell(at.getIndex(), tables);
        applied.advance(at.getIndex());
    }

    private static Batch.Builder books(TermIndex at) {
        return Batch.builder()
                .one(
                        "UPDATE pileus_applied SET term = ?, log_index = ?",
                        at.getTerm(),
                        at.getIndex());
    }

    private static Set<String> ours(Set<String> tables) {
        var ours = new HashSet<>(tables);
        ours.removeIf(table -> table.startsWith("pileus_"));
        return ours;
    }

    private static void check(SqliteFile file, Migrations migrations) {
        var verdict = file.ask("PRAGMA quick_check(1)").only().text("quick_check");
        if (!verdict.equals("ok")) {
            throw new DatabaseException(
                    "%s is damaged and is left as it is: %s".formatted(file.path(), verdict));
        }
        migrations.known(file);
        var tables =
                file.ask("SELECT count(*) AS n FROM sqlite_schema WHERE name = 'pileus_applied'");
        if (tables.only().number("n") == 0) {
            var foreign =
                    file.ask("SELECT count(*) AS n FROM sqlite_schema").only().number("n") > 0;
            if (foreign || Migrations.version(file) > 0) {
                throw new DatabaseException(
                        file.path() + " is no replica of a cluster and is left as it is");
            }
            file.script(SCHEMA, Batch.empty());
        }
    }

    private static TermIndex position(SqliteFile file) {
        var row = file.ask("SELECT term, log_index FROM pileus_applied").only();
        return TermIndex.valueOf(row.number("term"), row.number("log_index"));
    }
}
