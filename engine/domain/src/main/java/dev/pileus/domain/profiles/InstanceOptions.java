package dev.pileus.domain.profiles;

import static dev.pileus.domain.options.ValueRule.anything;
import static dev.pileus.domain.options.ValueRule.bool;
import static dev.pileus.domain.options.ValueRule.integer;
import static dev.pileus.domain.options.ValueRule.oneOf;
import static dev.pileus.domain.options.ValueRule.size;
import static dev.pileus.domain.options.ValueRule.sizeOrPercent;

import dev.pileus.api.ApiException;
import dev.pileus.domain.config.Expiry;
import dev.pileus.domain.options.Options;
import dev.pileus.domain.options.ValueRule;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;

/// The keys that instances, and profiles for them, can have.
public final class InstanceOptions {
    private static final String VOLATILE = "volatile.";

    /// What an image told of itself.
    private static final String IMAGE = "image.";

    private static final Pattern CPUS =
            Pattern.compile("\\d+|\\d+-\\d+|(\\d+(-\\d+)?,)+(\\d+(-\\d+)?)?");
    private static final Pattern ALLOWANCE = Pattern.compile("\\d+%|\\d+ms/\\d+ms");

    private static final Options OPTIONS =
            Options.builder()
                    .keys(
                            bool(),
                            "agent.nic_config",
                            "boot.autostart",
                            "limits.memory.hugepages",
                            "migration.incremental.memory",
                            "migration.stateful",
                            "nvidia.runtime",
                            "security.agent.metrics",
                            "security.bpffs.path",
                            "security.csm",
                            "security.devlxd",
                            "security.devlxd.images",
                            "security.guestapi",
                            "security.guestapi.images",
                            "security.idmap.isolated",
                            "security.iommu",
                            "security.nesting",
                            "security.privileged",
                            "security.promote_to_idmap_owner",
                            "security.protection.delete",
                            "security.protection.shift",
                            "security.secureboot",
                            "security.sev",
                            "security.sev.policy.es",
                            "security.syscalls.deny_compat",
                            "security.syscalls.deny_default",
                            "security.syscalls.intercept.bpf",
                            "security.syscalls.intercept.bpf.devices",
                            "security.syscalls.intercept.mknod",
                            "security.syscalls.intercept.mount",
                            "security.syscalls.intercept.mount.shift",
                            "security.syscalls.intercept.sched_setscheduler",
                            "security.syscalls.intercept.setxattr",
                            "security.syscalls.intercept.sysinfo",
                            "snapshots.schedule.stopped")
                    .keys(
                            integer(),
                            "boot.autostart.delay",
                            "boot.autostart.priority",
                            "boot.host_shutdown_timeout",
                            "boot.stop.priority",
                            "limits.cpu.priority",
                            "limits.disk.priority",
                            "limits.memory.swap.priority",
                            "limits.processes",
                            "migration.incremental.memory.goal",
                            "migration.incremental.memory.iterations",
                            "security.idmap.base",
                            "security.idmap.size")
                    .keys(oneOf("stop", "stateful-stop", "force-stop"), "boot.host_shutdown_action")
                    .keys(
                            oneOf(
                                    "auto",
                                    "migrate",
                                    "live-migrate",
                                    "stop",
                                    "stateful-stop",
                                    "force-stop"),
                            "cluster.evacuate")
                    .keys(saying("Invalid CPU limit syntax", CPUS), "limits.cpu")
                    .keys(ValueRule.matching(ALLOWANCE), "limits.cpu.allowance")
                    .keys(sizeOrPercent(), "limits.memory")
                    .keys(oneOf("hard", "soft"), "limits.memory.enforce")
                    .keys(bool().or(size()), "limits.memory.swap")
                    .family(size(), "limits\\.hugepages\\.(64KB|1MB|2MB|1GB)")
                    .keys(
                            anything(),
                            "cloud-init.network-config",
                            "cloud-init.user-data",
                            "cloud-init.vendor-data",
                            "limits.cpu.nodes",
                            "linux.kernel_modules",
                            "linux.kernel_modules.load",
                            "nvidia.driver.capabilities",
                            "nvidia.require.cuda",
                            "nvidia.require.driver",
                            "oci.cwd",
                            "oci.entrypoint",
                            "oci.gid",
                            "oci.uid",
                            "raw.apparmor",
                            "raw.idmap",
                            "raw.lxc",
                            "raw.qemu",
                            "raw.qemu.conf",
                            "raw.qemu.qmp.early",
                            "raw.qemu.qmp.post-start",
                            "raw.qemu.qmp.pre-start",
                            "raw.qemu.scriptlet",
                            "raw.seccomp",
                            "security.sev.session.data",
                            "security.sev.session.dh",
                            "security.syscalls.allow",
                            "security.syscalls.deny",
                            "security.syscalls.intercept.mount.allowed",
                            "security.syscalls.intercept.mount.fuse",
                            "snapshots.pattern",
                            "snapshots.schedule")
                    .keys(InstanceOptions::expiry, "snapshots.expiry")
                    .family(anything(), "environment\\..+")
                    .family(anything(), "limits\\.kernel\\..+")
                    .family(anything(), "linux\\.sysctl\\..+")
                    .family(anything(), "systemd\\.(credential|credential-binary)\\..+")
                    .userKeys()
                    .build();

    private InstanceOptions() {}

    /// Refuses keys and values that a profile cannot have.
    ///
    /// @throws ApiException 400
    public static void checkProfile(Map<String, String> config) {
        new TreeMap<>(config)
                .forEach((key, value) -> {
                    if (key.startsWith(VOLATILE)) {
                        throw new ApiException(400, "Volatile keys can only be set on instances");
                    }
                    OPTIONS.rule(key)
                            .orElseThrow(() ->
                                    new ApiException(400, "Unknown configuration key: " + key))
                            .complaint(value)
                            .ifPresent(complaint -> {
                                throw new ApiException(400, complaint);
                            });
                });
    }

    /// Refuses keys and values that an instance cannot have of its own.
    ///
    /// @throws ApiException 400
    public static void checkInstance(Map<String, String> config) {
        var settings = new TreeMap<>(config);
        settings.keySet().removeIf(key -> key.startsWith(VOLATILE) || key.startsWith(IMAGE));
        checkProfile(settings);
    }

    private static ValueRule saying(String complaint, Pattern pattern) {
        return value ->
                pattern.matcher(value).matches() ? Optional.empty() : Optional.of(complaint);
    }

    private static Optional<String> expiry(String value) {
        return Expiry.isValid(value)
                ? Optional.empty()
                : Optional.of("Invalid expiry expression \"%s\"".formatted(value));
    }
}
