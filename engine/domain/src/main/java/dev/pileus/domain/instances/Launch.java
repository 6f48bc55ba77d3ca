package dev.pileus.domain.instances;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.OptionalLong;

/// Everything that a container is started with. Texts that end up in its configuration hold no line
/// breaks.
///
/// @param handle its name on the host
/// @param hostName its name as it sees itself
/// @param rootfs what it sees as `/`
/// @param privileged whether its root is the host's
/// @param nesting whether it may run containers itself
/// @param environment of its first process
/// @param sysctls kernel settings of its own, such as `net.ipv4.ip_forward`
/// @param resources limits of its processes, such as `nofile` to `1024:2048`
/// @param raw lines for the container's configuration as the admin wrote them
public record Launch(
        String handle,
        String hostName,
        Path rootfs,
        boolean privileged,
        boolean nesting,
        Limits limits,
        List<Mount> mounts,
        List<Nic> nics,
        Map<String, String> environment,
        Map<String, String> sysctls,
        Map<String, String> resources,
        List<String> raw) {
    public Launch {
        mounts = List.copyOf(mounts);
        nics = List.copyOf(nics);
        environment = Map.copyOf(environment);
        sysctls = Map.copyOf(sysctls);
        resources = Map.copyOf(resources);
        raw = List.copyOf(raw);
    }

    /// The same with other mounts.
    public Launch withMounts(List<Mount> other) {
        return new Launch(
                handle,
                hostName,
                rootfs,
                privileged,
                nesting,
                limits,
                other,
                nics,
                environment,
                sysctls,
                resources,
                raw);
    }

    /// How much it may use.
    ///
    /// @param cpus which processors, such as `0-1,3`; empty: all
    /// @param cpuShare how much of a second of processor time it gets each second; absent: all
    /// @param memory bytes
    /// @param processes how many
    public record Limits(
            String cpus, CpuShare cpuShare, OptionalLong memory, OptionalInt processes) {
        public static final Limits NONE =
                new Limits("", CpuShare.ALL, OptionalLong.empty(), OptionalInt.empty());
    }

    /// Processor time within each period, both in microseconds; a quota of -1: no limit.
    public record CpuShare(long quota, long period) {
        public static final CpuShare ALL = new CpuShare(-1, 100_000);
    }

    /// Something of the host that it sees.
    ///
    /// @param target absolute, in the container
    /// @param shifted whether owners are the container's own, not the host's
    public record Mount(Path source, String target, boolean readOnly, boolean shifted) {}

    /// A network interface.
    ///
    /// @param name in the container
    /// @param parent on the host; empty where the kind has none
    /// @param hardwareAddress empty: the kernel chooses
    /// @param hostName the other end on the host; empty where the kind has none
    /// @param mtu 0: as the kernel likes
    public record Nic(
            Kind kind,
            String name,
            String parent,
            String hardwareAddress,
            String hostName,
            int mtu) {
        /// How the interface is connected.
        public enum Kind {
            /// One end of a pair; the other one is a port of the bridge that is the parent.
            BRIDGED,
            /// One end of a pair; the other one stays on the host.
            POINT_TO_POINT,
            MACVLAN,
            /// The host's own interface, for as long as the container is up.
            PHYSICAL
        }
    }
}
