package dev.pileus.api;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Body of `POST /1.0/instances/NAME`: another name, or another place. The capitals are the stock
/// servers'.
///
/// @param migration whether it is to go to another member, pool or project
/// @param live while it runs; means nothing for a stopped instance
/// @param config null: as it is
/// @param devices null: as they are
/// @param profiles null: as they are
public record InstanceMove(
        String name,
        boolean migration,
        boolean live,
        boolean instanceOnly,
        String pool,
        String project,
        @JsonProperty("Config") @Nullable Map<String, String> config,
        @JsonProperty("Devices") @Nullable Map<String, Map<String, String>> devices,
        @JsonProperty("Profiles") @Nullable List<String> profiles) {
    public InstanceMove {
        name = Absent.text(name);
        pool = Absent.text(pool);
        project = Absent.text(project);
        config = config == null ? null : Absent.map(config);
        devices = devices == null ? null : Absent.maps(devices);
        profiles = profiles == null ? null : Absent.list(profiles);
    }
}
