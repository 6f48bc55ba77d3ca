package dev.pileus.model.plan;

import dev.pileus.api.Instance;
import dev.pileus.api.Json;
import dev.pileus.api.StatusCode;
import java.util.HashMap;
import java.util.Map;

/// An instance as a test wants it. Immutable; each method answers a changed copy.
public record Guest(
        String name,
        String project,
        String location,
        String type,
        String architecture,
        int status,
        Map<String, String> config,
        Map<String, Map<String, String>> devices) {
    private static final Map<String, Map<String, String>> ROOT =
            Map.of("root", Map.of("type", "disk", "path", "/", "pool", "default"));

    public Guest {
        config = Map.copyOf(config);
        devices = Map.copyOf(devices);
    }

    public static Guest running(String name) {
        return new Guest(
                name, "default", "m1", "container", "x86_64", StatusCode.RUNNING, Map.of(), ROOT);
    }

    public static Guest stopped(String name) {
        return running(name).status(StatusCode.STOPPED);
    }

    public Guest on(String location) {
        return new Guest(name, project, location, type, architecture, status, config, devices);
    }

    public Guest in(String project) {
        return new Guest(name, project, location, type, architecture, status, config, devices);
    }

    public Guest vm() {
        return new Guest(
                name,
                project,
                location,
                Instance.VIRTUAL_MACHINE,
                architecture,
                status,
                config,
                devices);
    }

    public Guest architecture(String architecture) {
        return new Guest(name, project, location, type, architecture, status, config, devices);
    }

    public Guest status(int status) {
        return new Guest(name, project, location, type, architecture, status, config, devices);
    }

    public Guest with(String key, String value) {
        var extended = new HashMap<>(config);
        extended.put(key, value);
        return new Guest(name, project, location, type, architecture, status, extended, devices);
    }

    /// With a device more.
    ///
    /// @param keys as `key=value`
    public Guest device(String device, String... keys) {
        var values = new HashMap<String, String>();
        for (var key : keys) {
            var parts = key.split("=", 2);
            values.put(parts[0], parts[1]);
        }
        var extended = new HashMap<>(devices);
        extended.put(device, values);
        return new Guest(name, project, location, type, architecture, status, config, extended);
    }

    public Instance instance() {
        return Json.mapper()
                .convertValue(
                        Map.of(
                                "name", name,
                                "project", project,
                                "location", location,
                                "type", type,
                                "architecture", architecture,
                                "status_code", status,
                                "config", config,
                                "expanded_config", config,
                                "expanded_devices", devices),
                        Instance.class);
    }
}
