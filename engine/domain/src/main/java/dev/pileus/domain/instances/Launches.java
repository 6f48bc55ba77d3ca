package dev.pileus.domain.instances;

import dev.pileus.api.ApiException;
import dev.pileus.api.Network;
import dev.pileus.domain.options.Sizes;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.function.LongSupplier;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Works out what an instance has to be started with from its keys, devices and place.
public final class Launches {
    private static final Pattern PERCENT = Pattern.compile("(\\d{1,3})%");
    private static final Pattern PERIOD = Pattern.compile("(\\d{1,9})ms/(\\d{1,9})ms");
    private static final long MICROSECONDS = 1000;

    private final Volumes volumes;
    private final Disks disks;
    private final BiFunction<String, String, Optional<Network>> networks;
    private final LongSupplier hostMemory;

    /// Works for one member.
    ///
    /// @param disks what disk devices show of the host
    /// @param networks has the bridge of a managed network there, by project and name
    /// @param hostMemory bytes
    public Launches(
            Volumes volumes,
            Disks disks,
            BiFunction<String, String, Optional<Network>> networks,
            LongSupplier hostMemory) {
        this.volumes = volumes;
        this.disks = disks;
        this.networks = networks;
        this.hostMemory = hostMemory;
    }

    /// What it is started with.
    ///
    /// @throws ApiException 400 when a key or device makes no sense here
    Launch of(StoredInstance instance) {
        Support.check(instance.expandedConfig(), instance.expandedDevices());
        var mounts =
                Disks.names(instance.expandedDevices()).stream()
                        .map(disk -> mount(instance, disk))
                        .flatMap(Optional::stream)
                        .toList();
        var nics =
                nics(instance.expandedDevices()).stream().map(nic -> nic(instance, nic)).toList();
        return new Launch(
                instance.handle(),
                instance.name(),
                rootfs(instance),
                instance.flag("security.privileged"),
                instance.flag("security.nesting"),
                limits(instance),
                mounts,
                nics,
                family(instance, "environment."),
                family(instance, "linux.sysctl."),
                family(instance, "limits.kernel."),
                instance.setting("raw.lxc").lines().filter(line -> !line.isBlank()).toList());
    }

    /// What a disk that is not the root shows; empty when it is missing and not required.
    Optional<Launch.Mount> mount(StoredInstance instance, String disk) {
        return disks.mount(instance, disk, device(instance, disk));
    }

    Launch.Nic nic(StoredInstance instance, String nic) {
        return nic(instance, nic, device(instance, nic));
    }

    private static Map<String, String> device(StoredInstance instance, String name) {
        return instance.expandedDevices().getOrDefault(name, Map.of());
    }

    private Path rootfs(StoredInstance instance) {
        return volumes.of(instance).rootfs();
    }

    private static Map<String, String> family(StoredInstance instance, String prefix) {
        return instance.expandedConfig().entrySet().stream()
                .filter(entry -> entry.getKey().startsWith(prefix))
                .collect(
                        Collectors.toMap(
                                entry -> entry.getKey().substring(prefix.length()),
                                Map.Entry::getValue));
    }

    /// How much it may use.
    Launch.Limits limits(StoredInstance instance) {
        var processes = instance.setting("limits.processes");
        return new Launch.Limits(
                instance.setting("limits.cpu"),
                share(instance.setting("limits.cpu.allowance")),
                memory(instance.setting("limits.memory")),
                processes.isEmpty()
                        ? OptionalInt.empty()
                        : OptionalInt.of(Integer.parseInt(processes)));
    }

    private static Launch.CpuShare share(String allowance) {
        var percent = PERCENT.matcher(allowance);
        if (percent.matches()) {
            var period = Launch.CpuShare.ALL.period();
            return new Launch.CpuShare(Long.parseLong(percent.group(1)) * period / 100, period);
        }
        var period = PERIOD.matcher(allowance);
        return period.matches()
                ? new Launch.CpuShare(
                        Long.parseLong(period.group(1)) * MICROSECONDS,
                        Long.parseLong(period.group(2)) * MICROSECONDS)
                : Launch.CpuShare.ALL;
    }

    private OptionalLong memory(String limit) {
        var percent = PERCENT.matcher(limit);
        return percent.matches()
                ? OptionalLong.of(hostMemory.getAsLong() * Long.parseLong(percent.group(1)) / 100)
                : Sizes.parse(limit);
    }

    private Launch.Nic nic(StoredInstance instance, String device, Map<String, String> keys) {
        var network = keys.getOrDefault("network", "");
        var kind = keys.getOrDefault("nictype", "");
        var parent = keys.getOrDefault("parent", "");
        var mtu = "";
        if (network.isEmpty() && kind.equals("bridged")) {
            // it may be a managed one all the same
            var ignored = networks.apply(instance.project(), parent);
        }
        if (!network.isEmpty()) {
            var found =
                    networks.apply(instance.project(), network)
                            .orElseThrow(() -> new ApiException(404, "Network not found"));
            kind = found.type().equals("bridge") ? "bridged" : found.type();
            parent =
                    found.type().equals("bridge")
                            ? network
                            : found.config().getOrDefault("parent", "");
            mtu = found.config().getOrDefault("bridge.mtu", "");
        }
        return new Launch.Nic(
                kind(device, kind),
                keys.getOrDefault(
                        "name",
                        instance.own().config().getOrDefault(NicNames.key(device, "name"), device)),
                parent,
                keys.getOrDefault("hwaddr", instance.ownSetting(NicNames.key(device, "hwaddr"))),
                keys.getOrDefault(
                        "host_name", instance.ownSetting(NicNames.key(device, "host_name"))),
                mtu(device, keys.getOrDefault("mtu", mtu)));
    }

    private static Launch.Nic.Kind kind(String device, String kind) {
        return switch (kind) {
            case "bridged" -> Launch.Nic.Kind.BRIDGED;
            case "p2p" -> Launch.Nic.Kind.POINT_TO_POINT;
            case "macvlan" -> Launch.Nic.Kind.MACVLAN;
            case "physical" -> Launch.Nic.Kind.PHYSICAL;
            default ->
                    throw new ApiException(
                            400,
                            "Device \"%s\": interfaces of type \"%s\" are not supported by this server"
                                    .formatted(device, kind));
        };
    }

    private static int mtu(String device, String mtu) {
        try {
            return mtu.isEmpty() ? 0 : Integer.parseInt(mtu);
        } catch (NumberFormatException e) {
            throw new ApiException(400, "Device \"%s\": invalid mtu".formatted(device));
        }
    }

    /// The names of its network devices.
    static List<String> nics(Map<String, Map<String, String>> devices) {
        return new TreeMap<>(devices)
                .entrySet().stream()
                        .filter(device -> "nic".equals(device.getValue().get("type")))
                        .map(Map.Entry::getKey)
                        .toList();
    }
}
