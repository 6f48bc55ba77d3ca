package dev.pileus.model.store;

import dev.pileus.api.Event;
import dev.pileus.api.Lifecycle;
import dev.pileus.api.Operation;
import dev.pileus.model.store.UnreadPart.Part;
import java.util.EnumSet;
import java.util.Set;

/// Which parts of the image an event makes old.
final class EventRouter {
    private EventRouter() {}

    /// Instances are not among them: [InstanceEvents] names those one by one.
    static Set<Part> outdated(Event event) {
        return event.lifecycle()
                .map(Lifecycle::action)
                .map(EventRouter::byAction)
                .or(() -> event.operation().map(EventRouter::byOperation))
                .orElseGet(() -> EnumSet.noneOf(Part.class));
    }

    private static Set<Part> byAction(String action) {
        if (action.startsWith("cluster-group-")) {
            return EnumSet.of(Part.GROUPS, Part.MEMBERS);
        }
        if (action.equals("cluster-token-created")) {
            return EnumSet.of(Part.OPERATIONS);
        }
        if (action.startsWith("cluster-member-")) {
            return EnumSet.of(Part.MEMBERS, Part.GROUPS, Part.CERTIFICATES);
        }
        if (action.startsWith("cluster-")) {
            return EnumSet.of(Part.SERVER, Part.MEMBERS, Part.GROUPS, Part.CERTIFICATES);
        }
        if (action.startsWith("certificate-") || action.startsWith("identity-")) {
            return EnumSet.of(Part.CERTIFICATES);
        }
        if (action.startsWith("config-")) {
            return EnumSet.of(Part.SERVER);
        }
        if (action.startsWith("warning-")) {
            return EnumSet.of(Part.WARNINGS);
        }
        return EnumSet.noneOf(Part.class);
    }

    /// The beginning and the end of an evacuation change the member's status; older servers send
    /// the lifecycle event before they change it.
    private static Set<Part> byOperation(Operation operation) {
        var ofMember = operation.description().contains("cluster member");
        return ofMember ? EnumSet.of(Part.MEMBERS) : EnumSet.noneOf(Part.class);
    }
}
