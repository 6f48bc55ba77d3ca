package dev.pileus.server.members;

import dev.pileus.api.Event;
import java.util.LinkedHashSet;

/// The last events that have come from other members. While one way of hearing them takes over from
/// another they arrive twice.
final class RecentEvents {
    private static final int MOST = 1000;

    private final LinkedHashSet<Event> events = new LinkedHashSet<>();

    /// Takes note of an event.
    ///
    /// @return false for one that was here already
    synchronized boolean add(Event event) {
        if (!events.add(event)) {
            return false;
        }
        if (events.size() > MOST) {
            events.removeFirst();
        }
        return true;
    }
}
