package dev.pileus.desktop.wizards.connect;

import dev.pileus.client.remotes.ConfigProblem;
import dev.pileus.client.remotes.FoundRemotes;
import dev.pileus.desktop.Lifetime;
import dev.pileus.desktop.Tasks;
import dev.pileus.desktop.i18n.Phrase;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What the stock clients of this machine know, looked up in the background. For the screen's
/// thread.
final class StockRemotes {
    private static final Logger log = LoggerFactory.getLogger(StockRemotes.class);

    private final Supplier<FoundRemotes> source;
    private final Tasks tasks;
    private final Lifetime lifetime;
    private final ReadOnlyObjectWrapper<Optional<Found>> found =
            new ReadOnlyObjectWrapper<>(Optional.empty());

    StockRemotes(Supplier<FoundRemotes> source, Tasks tasks, Lifetime lifetime) {
        this.source = source;
        this.tasks = tasks;
        this.lifetime = lifetime;
    }

    /// What is known.
    ///
    /// @param problems files that could not be used
    record Found(List<Offer> offers, List<Phrase> problems) {
        Found {
            offers = List.copyOf(offers);
            problems = List.copyOf(problems);
        }
    }

    /// Empty until the first look.
    ReadOnlyObjectProperty<Optional<Found>> found() {
        return found.getReadOnlyProperty();
    }

    void look() {
        tasks.start(
                "read stock remotes",
                lifetime,
                source::get,
                remotes -> found.set(Optional.of(read(remotes))),
                failed -> {
                    log.error("The remotes of the stock clients were not read", failed);
                    found.set(Optional.of(new Found(List.of(), List.of(unknown(failed)))));
                });
    }

    private static Found read(FoundRemotes remotes) {
        return new Found(
                remotes.remotes().stream().map(Offer::of).toList(),
                remotes.problems().stream().map(StockRemotes::words).toList());
    }

    private static Phrase words(ConfigProblem problem) {
        return switch (problem) {
            case ConfigProblem.Unreadable(var file, var detail) ->
                    Phrase.of("connect.found.unreadable", file.toString(), detail);
            case ConfigProblem.Malformed(var file, var detail) ->
                    Phrase.of("connect.found.malformed", file.toString(), detail);
            case ConfigProblem.BadRemote(var file, var remote, var detail) ->
                    Phrase.of("connect.found.badRemote", file.toString(), remote, detail);
        };
    }

    private static Phrase unknown(Throwable failed) {
        return Phrase.of("connect.found.failed", String.valueOf(failed.getMessage()));
    }
}
