package dev.pileus.desktop.map;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The database is copied along this line: from the leader to a voter or a stand-by.
///
/// @param alive false while one of the ends does not answer
record Edge(MapLayout.Place from, MapLayout.Place to, boolean alive) {
    /// Whether it begins or ends at a member; null: at none.
    boolean joins(@Nullable String member) {
        return from.card().member().equals(member) || to.card().member().equals(member);
    }

    /// One edge for each replica; none while there is no leader, or it is not on the map.
    static List<Edge> of(MapLayout layout) {
        var first = new LinkedHashMap<String, MapLayout.Place>();
        layout.places().forEach(place -> first.putIfAbsent(place.card().member(), place));
        var leader = first.values().stream().filter(place -> place.card().isLeader()).findFirst();
        if (leader.isEmpty()) {
            return List.of();
        }
        var edges = new ArrayList<Edge>();
        for (var place : first.values()) {
            var card = place.card();
            if (card.holdsDatabase() && !card.isLeader()) {
                edges.add(new Edge(leader.get(), place, card.answers()));
            }
        }
        return List.copyOf(edges);
    }
}
