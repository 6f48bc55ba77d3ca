package dev.pileus.api;

import java.util.List;
import java.util.Map;

/// What an instance uses at the moment. Memory in bytes, processor time in nanoseconds.
///
/// @param network empty while the instance is stopped
public record InstanceState(
        String status,
        int statusCode,
        Memory memory,
        Cpu cpu,
        Map<String, Interface> network,
        long pid,
        int processes) {
    public InstanceState {
        status = Absent.text(status);
        memory = memory == null ? Memory.NONE : memory;
        cpu = cpu == null ? Cpu.NONE : cpu;
        network = Absent.map(network);
    }

    public record Memory(
            long usage, long usagePeak, long total, long swapUsage, long swapUsagePeak) {
        static final Memory NONE = new Memory(0, 0, 0, 0, 0);
    }

    public record Cpu(long usage, long allocatedTime) {
        static final Cpu NONE = new Cpu(0, 0);
    }

    public record Interface(
            List<Address> addresses, String hwaddr, String hostName, int mtu, String state) {
        public Interface {
            addresses = Absent.list(addresses);
            hwaddr = Absent.text(hwaddr);
            hostName = Absent.text(hostName);
            state = Absent.text(state);
        }
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
