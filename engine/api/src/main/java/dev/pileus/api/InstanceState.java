package dev.pileus.api;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/// What an instance uses at the moment. Memory and disk in bytes, processor time in nanoseconds.
///
/// @param disk by device
/// @param network by interface; empty while the instance is stopped
/// @param startedAt the epoch while it is stopped, or when the server does not tell
public record InstanceState(
        String status,
        int statusCode,
        Map<String, Disk> disk,
        Memory memory,
        Cpu cpu,
        Map<String, Interface> network,
        long pid,
        int processes,
        Instant startedAt) {
    public InstanceState {
        status = Absent.text(status);
        disk = Absent.map(disk);
        memory = memory == null ? Memory.NONE : memory;
        cpu = cpu == null ? Cpu.NONE : cpu;
        network = Absent.map(network);
        startedAt = startedAt == null ? Instant.EPOCH : startedAt;
    }

    /// Of an instance that uses nothing.
    public static InstanceState idle(String status, int statusCode) {
        return new InstanceState(
                status, statusCode, Map.of(), Memory.NONE, Cpu.NONE, Map.of(), 0, 0, Instant.EPOCH);
    }

    public record Disk(long usage, long total) {}

    public record Memory(
            long usage, long usagePeak, long total, long swapUsage, long swapUsagePeak) {
        public static final Memory NONE = new Memory(0, 0, 0, 0, 0);
    }

    public record Cpu(long usage, long allocatedTime) {
        public static final Cpu NONE = new Cpu(0, 0);
    }

    /// A network interface inside.
    ///
    /// @param hostName the other end, on the host; empty where there is none
    /// @param state `up` or `down`
    /// @param type such as `loopback` or `broadcast`
    public record Interface(
            List<Address> addresses,
            Counters counters,
            String hwaddr,
            String hostName,
            int mtu,
            String state,
            String type) {
        public Interface {
            addresses = Absent.list(addresses);
            counters = counters == null ? Counters.NONE : counters;
            hwaddr = Absent.text(hwaddr);
            hostName = Absent.text(hostName);
            state = Absent.text(state);
            type = Absent.text(type);
        }
    }

    /// What has gone through an interface.
    public record Counters(
            long bytesReceived,
            long bytesSent,
            long packetsReceived,
            long packetsSent,
            long errorsReceived,
            long errorsSent,
            long packetsDroppedInbound,
            long packetsDroppedOutbound) {
        public static final Counters NONE = new Counters(0, 0, 0, 0, 0, 0, 0, 0);
    }

    /// An address of an interface.
    ///
    /// @param family `inet` or `inet6`
    /// @param scope `global`, `link` or `local`
    public record Address(String family, String address, String netmask, String scope) {
        public Address {
            family = Absent.text(family);
            address = Absent.text(address);
            netmask = Absent.text(netmask);
            scope = Absent.text(scope);
        }
    }
}
