package dev.pileus.server.members;

import dev.pileus.database.Database;
import dev.pileus.database.DatabaseException;
import dev.pileus.database.Subscription;
import dev.pileus.database.TableListener;
import dev.pileus.domain.operations.LostOperations;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;

/// Has [LostOperations] look as long as others work on something: when the table changes, and now
/// and then, for a member that has gone offline changes nothing.
public final class LastWords implements AutoCloseable {
    private static final Duration PAUSE = Duration.ofSeconds(2);
    private static final Executor LATER =
            CompletableFuture.delayedExecutor(PAUSE.toMillis(), TimeUnit.MILLISECONDS);

    private final LostOperations operations;
    private final Errand errand;
    private final Subscription table;

    private LastWords(Database database, LostOperations operations) {
        this.operations = operations;
        this.errand = Errand.start("last-words", this::look);
        this.table = database.watch(TableListener.of(Set.of("operations"), errand::ask));
    }

    /// Begins, and ends with what it looks after.
    public static LastWords start(Database database, LostOperations operations) {
        var words = new LastWords(database, operations);
        words.errand.ask();
        return words;
    }

    private void look() {
        try {
            if (operations.look()) {
                LATER.execute(errand::ask);
            }
        } catch (DatabaseException e) {
            LATER.execute(errand::ask);
        }
    }

    @Override
    public void close() {
        table.close();
        errand.close();
        operations.close();
    }
}
