package dev.pileus.domain.instances;

import java.util.List;
import java.util.Map;

/// What instances inherit from their image.
///
/// @param architecture as the REST API names it
/// @param type `container` or `virtual-machine`
/// @param properties such as `os` to `busybox`
/// @param profiles for instances that are given none
public record BaseImage(
        String fingerprint,
        String architecture,
        String type,
        Map<String, String> properties,
        List<String> profiles) {
    public BaseImage {
        properties = Map.copyOf(properties);
        profiles = List.copyOf(profiles);
    }
}
