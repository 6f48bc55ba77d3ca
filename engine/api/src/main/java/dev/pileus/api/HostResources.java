package dev.pileus.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// `GET /1.0/resources` as a server tells it (CONTRACT 18): the hardware of one member. [Resources]
/// is the part of it that the console reads. Sizes are bytes, frequencies MHz.
public record HostResources(
        Cpu cpu,
        Memory memory,
        Gpu gpu,
        Network network,
        Storage storage,
        Usb usb,
        Pci pci,
        Machine system,
        Resources.Load load) {

    /// The processors.
    ///
    /// @param total number of hardware threads
    public record Cpu(String architecture, List<Socket> sockets, int total) {
        public Cpu {
            sockets = List.copyOf(sockets);
        }
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Socket(
            String name,
            String vendor,
            int socket,
            List<Cache> cache,
            List<Core> cores,
            @Nullable Integer frequency,
            @Nullable Integer frequencyMinimum,
            @Nullable Integer frequencyTurbo) {
        public Socket {
            cache = List.copyOf(cache);
            cores = List.copyOf(cores);
        }
    }

    /// Part of a socket.
    ///
    /// @param type `Data`, `Instruction` or `Unified`
    public record Cache(int level, String type, long size) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Core(
            int core, int die, List<HardwareThread> threads, @Nullable Integer frequency) {
        public Core {
            threads = List.copyOf(threads);
        }
    }

    /// What the system schedules on.
    ///
    /// @param id number of the processor in the whole system
    /// @param thread number within its core
    public record HardwareThread(
            int id, int numaNode, int thread, boolean online, boolean isolated) {}

    public record Memory(
            List<NumaNode> nodes,
            long hugepagesTotal,
            long hugepagesUsed,
            long hugepagesSize,
            long used,
            long total) {
        public Memory {
            nodes = List.copyOf(nodes);
        }
    }

    public record NumaNode(
            int numaNode, long hugepagesUsed, long hugepagesTotal, long used, long total) {}

    /// Graphics cards are not looked for.
    public record Gpu(List<String> cards, int total) {
        public Gpu {
            cards = List.copyOf(cards);
        }
    }

    public record Network(List<Card> cards, int total) {
        public Network {
            cards = List.copyOf(cards);
        }
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Card(
            @Nullable String driver,
            List<Port> ports,
            int numaNode,
            @Nullable String pciAddress,
            @Nullable String vendorId,
            @Nullable String productId) {
        public Card {
            ports = List.copyOf(ports);
        }
    }

    /// One interface of a card.
    ///
    /// @param linkSpeed Mbit/s
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Port(
            String id,
            @Nullable String address,
            int port,
            String protocol,
            boolean autoNegotiation,
            boolean linkDetected,
            @Nullable Integer linkSpeed,
            @Nullable String linkDuplex) {}

    public record Storage(List<Disk> disks, int total) {
        public Storage {
            disks = List.copyOf(disks);
        }
    }

    /// A block device.
    ///
    /// @param id name below `/dev`
    /// @param device major and minor number
    /// @param type `nvme`, `virtio`, `scsi`, …
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Disk(
            String id,
            String device,
            @Nullable String model,
            String type,
            boolean readOnly,
            boolean mounted,
            long size,
            boolean removable,
            int numaNode,
            long blockSize,
            int rpm,
            List<Partition> partitions) {
        public Disk {
            partitions = List.copyOf(partitions);
        }
    }

    public record Partition(
            String id,
            String device,
            boolean readOnly,
            long size,
            int partition,
            boolean mounted) {}

    /// Devices on the USB are not looked for.
    public record Usb(List<String> devices, int total) {
        public Usb {
            devices = List.copyOf(devices);
        }
    }

    /// Devices on the PCI bus are not looked for.
    public record Pci(List<String> devices, int total) {
        public Pci {
            devices = List.copyOf(devices);
        }
    }

    /// What the firmware says of the machine.
    ///
    /// @param type `physical`, `virtual-machine` or `container`
    public record Machine(
            String uuid,
            String vendor,
            String product,
            String family,
            String version,
            String sku,
            String serial,
            String type) {}
}
