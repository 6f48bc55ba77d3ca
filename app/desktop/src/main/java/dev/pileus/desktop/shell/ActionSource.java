package dev.pileus.desktop.shell;

import dev.pileus.desktop.actions.Action;
import dev.pileus.desktop.actions.Entity;
import dev.pileus.desktop.i18n.Messages;
import dev.pileus.desktop.search.Hit;
import dev.pileus.desktop.search.Query;
import dev.pileus.desktop.search.Source;
import java.util.stream.Stream;

/// Finds what can be done to the console and to what is selected.
final class ActionSource implements Source {
    private final Shell shell;

    ActionSource(Shell shell) {
        this.shell = shell;
    }

    @Override
    public Stream<Hit> find(Query query, Messages messages) {
        var targets =
                Stream.concat(
                        shell.selection().entity().get().stream(), Stream.of(new Entity.Console()));
        return targets.flatMap(target ->
                shell.actions().offeredFor(target).stream()
                        .flatMap(action -> hit(action, target, query, messages)));
    }

    private Stream<Hit> hit(Action action, Entity target, Query query, Messages messages) {
        var title = messages.text(action.title());
        return query.distance(title + " " + target.name()).stream()
                .mapToObj(distance ->
                        new Hit(
                                action.icon(),
                                title,
                                target.name(),
                                distance,
                                () -> shell.perform(action, target)));
    }
}
