package dev.pileus.server.members;

import dev.pileus.database.Database;
import dev.pileus.database.DatabaseException;
import dev.pileus.database.TableListener;
import dev.pileus.domain.ThisMember;
import java.util.Set;

/// Which member this is: its id from its own disk, its name from the members' table, kept in memory
/// because everything asks for it, also while the database has no leader. Thread-safe.
final class OwnMember implements ThisMember {
    private final LocalState local;
    private final Database database;
    private volatile long id;
    private volatile String name = STANDALONE;
    private volatile boolean stale = true;

    OwnMember(LocalState local, Database database) {
        this.local = local;
        this.database = database;
        this.id = local.own();
        var subscription = database.watch(TableListener.of(Set.of("nodes"), this::changed));
        assert subscription != null : "ends with the database itself";
    }

    /// Looks again: this is another member now, or has another name.
    void changed() {
        stale = true;
    }

    @Override
    public long id() {
        refresh();
        return id;
    }

    @Override
    public String name() {
        refresh();
        return name;
    }

    private void refresh() {
        if (!stale) {
            return;
        }
        stale = false;
        try {
            id = local.own();
            name =
                    database.read(reader ->
                                    reader.select("SELECT name FROM nodes WHERE id = ?", id))
                            .first()
                            .map(row -> row.text("name"))
                            .orElse(STANDALONE);
        } catch (DatabaseException e) {
            // as it was, until somebody can tell
            stale = true;
        }
    }
}
