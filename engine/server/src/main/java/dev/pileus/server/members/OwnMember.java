package dev.pileus.server.members;

import dev.pileus.database.Database;
import dev.pileus.database.DatabaseException;
import dev.pileus.database.TableListener;
import dev.pileus.domain.ThisMember;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;

/// Which member this is: its id from its own disk, its name from the members' table, kept in memory
/// because everything asks for it, also while the database has no leader. Thread-safe, and never
/// waits for anybody: who exchanges the database asks as well.
final class OwnMember implements ThisMember {
    private final LocalState local;
    private final Database database;
    private final AtomicLong changes = new AtomicLong(1);
    private volatile Seen seen;

    OwnMember(LocalState local, Database database) {
        this.local = local;
        this.database = database;
        this.seen = new Seen(0, local.own(), STANDALONE);
        var subscription = database.watch(TableListener.of(Set.of("nodes"), this::changed));
        assert subscription != null : "ends with the database itself";
    }

    /// Looks again: this is another member now, or has another name.
    void changed() {
        changes.incrementAndGet();
    }

    @Override
    public long id() {
        return newest().id();
    }

    @Override
    public String name() {
        return newest().name();
    }

    private Seen newest() {
        var change = changes.get();
        var known = seen;
        return known.change() == change ? known : look(change);
    }

    private Seen look(long change) {
        try {
            var id = local.own();
            var name =
                    database.read(reader ->
                                    reader.select("SELECT name FROM nodes WHERE id = ?", id))
                            .first()
                            .map(row -> row.text("name"))
                            .orElse(STANDALONE);
            return publish(new Seen(change, id, name));
        } catch (DatabaseException e) {
            // as it was, until somebody can tell
            return seen;
        }
    }

    /// Who began to look before a change must not hide what was seen after it.
    private synchronized Seen publish(Seen fresh) {
        if (fresh.change() >= seen.change()) {
            seen = fresh;
        }
        return seen;
    }

    /// @param change how many changes there had been when somebody began to look
    private record Seen(long change, long id, String name) {}
}
