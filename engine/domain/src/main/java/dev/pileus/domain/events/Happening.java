package dev.pileus.domain.events;

import java.util.LinkedHashMap;
import java.util.Map;

/// Something that was done to an object.
///
/// @param action such as `certificate-created` (CONTRACT 6)
/// @param source URL of the object
/// @param project empty for what belongs to no project
/// @param context what else is worth knowing, such as `old_name`
public record Happening(String action, String source, String project, Map<String, String> context) {
    public Happening {
        context = Map.copyOf(context);
    }

    public static Happening of(String action, String source) {
        return new Happening(action, source, "", Map.of());
    }

    public Happening in(String newProject) {
        return new Happening(action, source, newProject, context);
    }

    public Happening with(String key, String value) {
        var more = new LinkedHashMap<>(context);
        more.put(key, value);
        return new Happening(action, source, project, more);
    }
}
