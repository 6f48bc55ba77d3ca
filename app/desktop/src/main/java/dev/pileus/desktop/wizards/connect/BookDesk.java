package dev.pileus.desktop.wizards.connect;

import dev.pileus.desktop.Lifetime;
import dev.pileus.desktop.Tasks;
import dev.pileus.model.connections.ConnectionBook;
import dev.pileus.model.connections.SavedConnection;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/// Renames and removes saved connections in the background.
///
/// @param changed told of each connection that was renamed or removed
record BookDesk(
        ConnectionBook book,
        Tasks tasks,
        Lifetime lifetime,
        BiConsumer<SavedConnection, Optional<SavedConnection>> changed) {
    List<SavedConnection> connections() {
        return book.connections();
    }

    boolean isFree(String name) {
        return !name.isBlank() && book.named(name.strip()).isEmpty();
    }

    void rename(
            SavedConnection connection,
            String name,
            Runnable done,
            Consumer<? super Throwable> failed) {
        var renamed = connection.renamed(name.strip());
        tasks.start(
                "rename connection",
                lifetime,
                () -> {
                    book.rename(connection.name(), renamed.name());
                    return renamed;
                },
                saved -> {
                    changed.accept(connection, Optional.of(saved));
                    done.run();
                },
                failed);
    }

    void remove(SavedConnection connection, Runnable done, Consumer<? super Throwable> failed) {
        tasks.start(
                "remove connection",
                lifetime,
                () -> {
                    book.remove(connection.name());
                    return connection;
                },
                gone -> {
                    changed.accept(gone, Optional.empty());
                    done.run();
                },
                failed);
    }
}
