package dev.pileus.api;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Body of `POST /1.0/instances`.
///
/// @param name empty: the server makes one up
/// @param type `container` (also when empty) or `virtual-machine`
/// @param profiles null: those of the image, or `default`
/// @param start whether to start it at once
public record NewInstance(
        String name,
        String type,
        String architecture,
        InstanceSource source,
        Map<String, String> config,
        Map<String, Map<String, String>> devices,
        @Nullable List<String> profiles,
        boolean ephemeral,
        boolean stateful,
        String description,
        boolean start) {
    public NewInstance {
        name = Absent.text(name);
        type = type == null || type.isEmpty() ? Instance.CONTAINER : type;
        architecture = Absent.text(architecture);
        source = source == null ? InstanceSource.NONE : source;
        config = Absent.map(config);
        devices = Absent.maps(devices);
        profiles = profiles == null ? null : Absent.list(profiles);
        description = Absent.text(description);
    }
}
