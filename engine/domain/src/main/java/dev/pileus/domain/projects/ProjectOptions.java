package dev.pileus.domain.projects;

import static dev.pileus.domain.options.ValueRule.anything;
import static dev.pileus.domain.options.ValueRule.bool;
import static dev.pileus.domain.options.ValueRule.count;
import static dev.pileus.domain.options.ValueRule.integer;
import static dev.pileus.domain.options.ValueRule.oneOf;
import static dev.pileus.domain.options.ValueRule.size;

import dev.pileus.api.ApiException;
import dev.pileus.domain.options.Options;
import dev.pileus.domain.options.Sizes;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;

/// The keys of projects.
final class ProjectOptions {
    static final String RESTRICTED_GROUPS = "restricted.cluster.groups";

    private static final Options OPTIONS =
            Options.builder()
                    .keys(
                            bool(),
                            Arrays.stream(Feature.values())
                                    .map(Feature::key)
                                    .toArray(String[]::new))
                    .keys(bool(), "restricted", "images.auto_update_cached")
                    .keys(integer(), "images.auto_update_interval", "images.remote_cache_expiry")
                    .keys(
                            anything(),
                            "backups.compression_algorithm",
                            "images.compression_algorithm",
                            "images.default_architecture")
                    .keys(
                            count(),
                            "limits.containers",
                            "limits.cpu",
                            "limits.instances",
                            "limits.networks",
                            "limits.processes",
                            "limits.virtual-machines")
                    .keys(size(), "limits.memory")
                    .keys(anything(), RESTRICTED_GROUPS)
                    .keys(
                            oneOf("block", "allow"),
                            "restricted.backups",
                            "restricted.cluster.target",
                            "restricted.containers.lowlevel",
                            "restricted.containers.nesting",
                            "restricted.devices.gpu",
                            "restricted.devices.infiniband",
                            "restricted.devices.pci",
                            "restricted.devices.proxy",
                            "restricted.devices.unix-block",
                            "restricted.devices.unix-char",
                            "restricted.devices.unix-hotplug",
                            "restricted.devices.usb",
                            "restricted.snapshots",
                            "restricted.virtual-machines.lowlevel")
                    .keys(oneOf("block", "allow", "full"), "restricted.containers.interception")
                    .keys(
                            oneOf("unprivileged", "isolated", "allow"),
                            "restricted.containers.privilege")
                    .keys(
                            oneOf("block", "allow", "managed"),
                            "restricted.devices.disk",
                            "restricted.devices.nic")
                    .keys(
                            anything(),
                            "restricted.devices.disk.paths",
                            "restricted.idmap.gid",
                            "restricted.idmap.uid",
                            "restricted.images.servers",
                            "restricted.networks.access",
                            "restricted.networks.integrations",
                            "restricted.networks.subnets",
                            "restricted.networks.uplinks",
                            "restricted.networks.zones",
                            "restricted.storage-pools.access")
                    .userKeys()
                    .build();

    private ProjectOptions() {}

    static void check(Map<String, String> config) {
        new TreeMap<>(config)
                .forEach((key, value) ->
                        OPTIONS.rule(key)
                                .orElseThrow(() -> refusal(key))
                                .complaint(value)
                                .ifPresent(complaint -> {
                                    throw refusal(key, complaint);
                                }));
    }

    /// How much of a kind of resource a project may have; -1: no limit.
    static long limit(Map<String, String> config, String resource) {
        return Sizes.parse(config.getOrDefault("limits." + resource, "")).orElse(-1);
    }

    private static ApiException refusal(String key) {
        if (key.equals("limits.disk") || key.startsWith("limits.disk.pool.")) {
            return refusal(key, "Storage pools of this server have no quotas");
        }
        return new ApiException(400, "Invalid project configuration key \"%s\"".formatted(key));
    }

    static ApiException refusal(String key, String complaint) {
        return new ApiException(
                400,
                "Invalid project configuration key \"%s\" value: %s".formatted(key, complaint));
    }
}
