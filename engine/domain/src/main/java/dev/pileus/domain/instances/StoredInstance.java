package dev.pileus.domain.instances;

import dev.pileus.api.Instance;
import dev.pileus.api.InstanceSnapshot;
import dev.pileus.api.InstanceState;
import dev.pileus.api.InstanceUpdate;
import dev.pileus.api.Project;
import dev.pileus.domain.Urls;
import dev.pileus.domain.options.Flags;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// An instance as it is in the database.
///
/// @param member where it lives: a row of `nodes`
/// @param location the name of that member
/// @param own what can be edited
/// @param expandedConfig own keys over those of the profiles
/// @param expandedDevices own devices over those of the profiles
/// @param whole false while it is being made
/// @param revision grows with every change
public record StoredInstance(
        long id,
        String project,
        String name,
        long member,
        String location,
        String type,
        InstanceUpdate own,
        Map<String, String> expandedConfig,
        Map<String, Map<String, String>> expandedDevices,
        Instant createdAt,
        Instant lastUsedAt,
        boolean whole,
        long revision) {

    /// What distinguishes it on its host: in paths, and as the name of its container. Names of
    /// instances hold no underscore.
    public String handle() {
        return handle(project, name);
    }

    static String handle(String project, String name) {
        return project.equals(Project.DEFAULT) ? name : project + "_" + name;
    }

    public String url() {
        return url(project, name);
    }

    static String url(String project, String name) {
        return Urls.in(project, "instances", name);
    }

    /// A key of the instance or its profiles, empty when not set.
    public String setting(String key) {
        return expandedConfig.getOrDefault(key, "");
    }

    /// A key of its own, empty when not set.
    public String ownSetting(String key) {
        return own.config().getOrDefault(key, "");
    }

    /// Whether a key says yes.
    public boolean flag(String key) {
        return Flags.isOn(setting(key));
    }

    /// As clients see it.
    ///
    /// @param state null where nobody has asked for it
    /// @param snapshots null where nobody has asked for them
    Instance shown(
            Power power,
            @Nullable InstanceState state,
            @Nullable List<InstanceSnapshot> snapshots) {
        return new Instance(
                name,
                project,
                type,
                power.status(),
                power.code(),
                location,
                own.architecture(),
                own.description(),
                own.ephemeral(),
                own.stateful(),
                own.profiles(),
                own.config(),
                own.devices(),
                expandedConfig,
                expandedDevices,
                createdAt,
                lastUsedAt,
                state,
                snapshots);
    }
}
