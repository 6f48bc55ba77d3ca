package dev.pileus.runtime.resources;

import dev.pileus.api.HostResources;
import dev.pileus.runtime.HostFiles;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/// Disks: block devices that have hardware behind them.
final class Disks {
    private static final String BLOCK = "sys/class/block/";

    /// What the kernel counts sizes in, whatever the device has.
    private static final int SECTOR = 512;

    private final HostFiles files;

    Disks(HostFiles files) {
        this.files = files;
    }

    HostResources.Storage read() {
        var mounted = mounted();
        var disks =
                files.names(BLOCK).stream()
                        .filter(name -> files.exists(BLOCK + name + "/device"))
                        .filter(name -> !files.exists(BLOCK + name + "/partition"))
                        .map(name -> disk(name, mounted))
                        .toList();
        return new HostResources.Storage(disks, disks.size());
    }

    private HostResources.Disk disk(String name, Set<String> mounted) {
        var folder = BLOCK + name;
        return new HostResources.Disk(
                name,
                files.text(folder + "/dev").orElse(""),
                files.text(folder + "/device/model").orElse(null),
                files.linkName(folder + "/device/subsystem").orElse("unknown"),
                files.flag(folder + "/ro"),
                mounted.contains(name),
                size(folder),
                files.flag(folder + "/removable"),
                (int) Math.max(0, files.number(folder + "/device/numa_node").orElse(0)),
                files.number(folder + "/queue/logical_block_size").orElse(0),
                files.flag(folder + "/queue/rotational") ? 1 : 0,
                partitions(name, mounted));
    }

    private List<HostResources.Partition> partitions(String disk, Set<String> mounted) {
        return files.names(BLOCK + disk).stream()
                .filter(name -> files.exists(BLOCK + disk + "/" + name + "/partition"))
                .map(name -> partition(BLOCK + disk + "/" + name, name, mounted))
                .toList();
    }

    private HostResources.Partition partition(String folder, String name, Set<String> mounted) {
        return new HostResources.Partition(
                name,
                files.text(folder + "/dev").orElse(""),
                files.flag(folder + "/ro"),
                size(folder),
                (int) files.number(folder + "/partition").orElse(0),
                mounted.contains(name));
    }

    private long size(String folder) {
        return files.number(folder + "/size").orElse(0) * SECTOR;
    }

    /// Names of the devices that have file systems in use.
    private Set<String> mounted() {
        return files.lines("proc/self/mounts").stream()
                .filter(line -> line.startsWith("/dev/"))
                .map(line -> line.substring("/dev/".length()).split(" ", 2)[0])
                .collect(Collectors.toSet());
    }
}
