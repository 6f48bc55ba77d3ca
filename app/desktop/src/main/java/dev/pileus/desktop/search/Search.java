package dev.pileus.desktop.search;

import dev.pileus.desktop.Lifetime;
import dev.pileus.desktop.i18n.Messages;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// Asks all sources. For the screen's thread.
public final class Search {
    private static final int MOST = 12;

    private final List<Source> sources = new ArrayList<>();

    /// Adds a source until the end of `owner`. Of equally near hits those of earlier sources stand
    /// first.
    public void add(Source source, Lifetime owner) {
        sources.add(source);
        owner.atEnd(() -> sources.remove(source));
    }

    /// The nearest hits.
    public List<Hit> find(String typed, Messages messages) {
        var query = Query.parse(typed);
        return sources.stream()
                .flatMap(source -> source.find(query, messages))
                .sorted(Comparator.comparingInt(Hit::distance))
                .limit(MOST)
                .toList();
    }
}
