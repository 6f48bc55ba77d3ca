package dev.pileus.domain.events;

import dev.pileus.api.Event;

/// Takes events; called on the thread on which something happened, and must return at once.
@FunctionalInterface
public interface EventListener {
    /// Takes one event.
    ///
    /// @param local false when another member has told of it
    void receive(Event event, boolean local);
}
