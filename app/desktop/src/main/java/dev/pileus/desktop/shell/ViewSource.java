package dev.pileus.desktop.shell;

import dev.pileus.desktop.i18n.Messages;
import dev.pileus.desktop.search.Hit;
import dev.pileus.desktop.search.Query;
import dev.pileus.desktop.search.Source;
import java.util.stream.Stream;

/// Finds views by their names.
final class ViewSource implements Source {
    private final Views views;

    ViewSource(Views views) {
        this.views = views;
    }

    @Override
    public Stream<Hit> find(Query query, Messages messages) {
        return views.all().stream().flatMap(view -> hit(view, query, messages));
    }

    private Stream<Hit> hit(View view, Query query, Messages messages) {
        var title = messages.text(view.title());
        return query.distance(title).stream()
                .mapToObj(distance ->
                        new Hit(
                                view.icon(),
                                title,
                                messages.text("shell.search.view"),
                                distance,
                                () -> views.show(view.place())));
    }
}
