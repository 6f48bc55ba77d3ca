package dev.pileus.domain.profiles;

import static dev.pileus.domain.options.ValueRule.anything;

import dev.pileus.domain.options.Options;
import java.util.Map;
import java.util.Optional;

/// The types of devices, each with its keys. Values are looked at when a device is made.
final class DeviceOptions {
    private static final Options UNIX =
            having("gid", "major", "minor", "mode", "path", "required", "source", "uid");

    private static final Map<String, Options> BY_TYPE =
            Map.ofEntries(
                    Map.entry("none", having()),
                    Map.entry(
                            "disk",
                            Options.builder()
                                    .keys(
                                            anything(),
                                            "attached",
                                            "boot.priority",
                                            "ceph.cluster_name",
                                            "ceph.user_name",
                                            "dependent",
                                            "io.bus",
                                            "io.cache",
                                            "io.threads",
                                            "limits.max",
                                            "limits.read",
                                            "limits.write",
                                            "path",
                                            "pool",
                                            "propagation",
                                            "raw.mount.options",
                                            "readonly",
                                            "recursive",
                                            "required",
                                            "shift",
                                            "size",
                                            "size.state",
                                            "source",
                                            "source.snapshot",
                                            "source.type",
                                            "wwn")
                                    .family(anything(), "initial\\..+")
                                    .build()),
                    Map.entry(
                            "nic",
                            Options.builder()
                                    .keys(
                                            anything(),
                                            "acceleration",
                                            "boot.priority",
                                            "connected",
                                            "gvrp",
                                            "host_name",
                                            "hwaddr",
                                            "io.bus",
                                            "mode",
                                            "mtu",
                                            "name",
                                            "nested",
                                            "network",
                                            "nictype",
                                            "parent",
                                            "queue.tx.length",
                                            "vlan",
                                            "vlan.tagged",
                                            "vrf")
                                    .family(anything(), "(ipv4|ipv6|limits|security|maas)\\..+")
                                    .build()),
                    Map.entry("unix-char", UNIX),
                    Map.entry("unix-block", UNIX),
                    Map.entry(
                            "unix-hotplug",
                            having(
                                    "gid",
                                    "mode",
                                    "ownership.inherit",
                                    "productid",
                                    "required",
                                    "subsystem",
                                    "uid",
                                    "vendorid")),
                    Map.entry(
                            "usb",
                            having(
                                    "busnum",
                                    "devnum",
                                    "gid",
                                    "mode",
                                    "productid",
                                    "required",
                                    "serial",
                                    "uid",
                                    "vendorid")),
                    Map.entry(
                            "gpu",
                            having(
                                    "gid",
                                    "gputype",
                                    "id",
                                    "mdev",
                                    "mig.ci",
                                    "mig.gi",
                                    "mig.uuid",
                                    "mode",
                                    "pci",
                                    "productid",
                                    "uid",
                                    "vendorid")),
                    Map.entry("infiniband", having("hwaddr", "mtu", "name", "nictype", "parent")),
                    Map.entry(
                            "proxy",
                            having(
                                    "bind",
                                    "connect",
                                    "gid",
                                    "listen",
                                    "mode",
                                    "nat",
                                    "proxy_protocol",
                                    "security.gid",
                                    "security.uid",
                                    "uid")),
                    Map.entry("tpm", having("path", "pathrm")),
                    Map.entry("pci", having("address")));

    private DeviceOptions() {}

    /// Empty when there is no such type.
    static Optional<Options> of(String type) {
        return Optional.ofNullable(BY_TYPE.get(type));
    }

    private static Options having(String... keys) {
        return Options.builder().keys(anything(), keys).build();
    }
}
