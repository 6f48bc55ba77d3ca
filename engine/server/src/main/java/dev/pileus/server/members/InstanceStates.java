package dev.pileus.server.members;

import dev.pileus.api.InstanceState;
import java.util.Map;

/// A member's instances that are up.
record InstanceStates(Map<String, InstanceState> states) {
    InstanceStates {
        states = states == null ? Map.of() : Map.copyOf(states);
    }
}
