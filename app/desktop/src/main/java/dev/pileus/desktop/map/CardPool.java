package dev.pileus.desktop.map;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import javafx.scene.layout.Pane;

/// The cards that are nodes at the moment, and spare ones. A member keeps its node as long as it is
/// in sight: changing the text of every node on each frame is what makes such maps slow.
final class CardPool {
    /// A member may stand in several lanes.
    record Key(String lane, String member) {
        static Key of(MapLayout.Place place) {
            return new Key(place.lane(), place.card().member());
        }
    }

    private final Pane parent;
    private final Supplier<MemberCard> newCard;
    private final Map<Key, MemberCard> inUse = new LinkedHashMap<>();
    private final Deque<MemberCard> spare = new ArrayDeque<>();

    CardPool(Pane parent, Supplier<MemberCard> newCard) {
        this.parent = parent;
        this.newCard = newCard;
    }

    MemberCard take(MapLayout.Place place) {
        return inUse.computeIfAbsent(
                Key.of(place),
                _ -> {
                    var card = spare.isEmpty() ? newCard.get() : spare.pop();
                    parent.getChildren().add(card);
                    return card;
                });
    }

    /// Gives the cards of all others back.
    void keep(Set<Key> wanted) {
        var entries = inUse.entrySet().iterator();
        while (entries.hasNext()) {
            var entry = entries.next();
            if (!wanted.contains(entry.getKey())) {
                parent.getChildren().remove(entry.getValue());
                spare.push(entry.getValue());
                entries.remove();
            }
        }
    }

    Optional<MemberCard> find(MapLayout.Place place) {
        return Optional.ofNullable(inUse.get(Key.of(place)));
    }

    List<MemberCard> shown() {
        return List.copyOf(inUse.values());
    }
}
