package dev.pileus.domain.events;

import dev.pileus.api.ApiException;
import dev.pileus.api.Event;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// Which events somebody wants to hear.
///
/// @param projects empty: of all projects
public record EventInterest(Set<String> types, Set<String> projects) {
    private static final List<String> TYPES =
            List.of(Event.OPERATION, Event.LOGGING, Event.LIFECYCLE, "network-acl");

    public EventInterest {
        types = Set.copyOf(types);
        projects = Set.copyOf(projects);
    }

    /// Reads the parameter `type`.
    ///
    /// @param types separated by commas; empty: everything that the caller may see
    /// @throws ApiException 400 on a type that does not exist
    public static Set<String> types(String types, boolean unrestricted) {
        if (types.isEmpty()) {
            return unrestricted ? Set.copyOf(TYPES) : Set.of(Event.OPERATION, Event.LIFECYCLE);
        }
        var wanted = new LinkedHashSet<String>();
        for (var type : types.split(",", -1)) {
            if (!TYPES.contains(type)) {
                throw new ApiException(400, "\"" + type + "\" isn't a supported event type");
            }
            wanted.add(type);
        }
        if (!unrestricted && wanted.contains(Event.LOGGING)) {
            throw new ApiException(403, "not authorized");
        }
        return wanted;
    }

    /// What belongs to no project is for everybody.
    public boolean covers(Event event) {
        return types.contains(event.type())
                && (projects.isEmpty()
                        || event.project().isEmpty()
                        || projects.contains(event.project()));
    }
}
