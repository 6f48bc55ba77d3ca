package dev.pileus.desktop.views;

import dev.pileus.desktop.actions.Entity;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The rows of a table through the images of a cluster: the same thing keeps the same row.
final class Rows<T> {
    private final Listing<T> listing;
    private Map<Entity, Row<T>> rows = Map.of();

    Rows(Listing<T> listing) {
        this.listing = listing;
    }

    void update(List<T> values) {
        var next = LinkedHashMap.<Entity, Row<T>>newLinkedHashMap(values.size());
        for (var value : values) {
            var entity = listing.entity(value);
            var known = rows.get(entity);
            if (known == null) {
                next.put(entity, new Row<>(entity, value));
            } else {
                known.change(value);
                next.put(entity, known);
            }
        }
        rows = next;
    }

    Collection<Row<T>> all() {
        return rows.values();
    }
}
