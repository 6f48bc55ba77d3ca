package dev.pileus.runtime.resources;

import dev.pileus.api.HostResources;
import dev.pileus.runtime.HostFiles;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/// The memory, and its parts near each processor.
final class Memory {
    /// `MemTotal: 24684084 kB`, `Node 0 MemTotal: 24684084 kB`, `HugePages_Total: 0`.
    private static final Pattern LINE =
            Pattern.compile("(?:Node \\d+ )?(\\w+)(?:\\(\\w+\\))?:\\s+(\\d+)( kB)?");

    private static final Pattern NODE = Pattern.compile("node(\\d{1,4})");
    private static final long KILO = 1024;

    private final HostFiles files;

    Memory(HostFiles files) {
        this.files = files;
    }

    /// The kernel's figures by their names: bytes, or counts.
    Map<String, Long> figures() {
        return figures("proc/meminfo");
    }

    HostResources.Memory read() {
        var figures = figures();
        var total = figures.getOrDefault("MemTotal", 0L);
        return new HostResources.Memory(
                nodes(),
                figures.getOrDefault("HugePages_Total", 0L),
                hugepagesUsed(figures),
                figures.getOrDefault("Hugepagesize", 0L),
                total - figures.getOrDefault("MemAvailable", total),
                total);
    }

    private List<HostResources.NumaNode> nodes() {
        return files.names("sys/devices/system/node").stream()
                .map(NODE::matcher)
                .filter(match -> match.matches())
                .map(match -> Integer.parseInt(match.group(1)))
                .sorted()
                .map(this::node)
                .toList();
    }

    private HostResources.NumaNode node(int number) {
        var figures = figures("sys/devices/system/node/node" + number + "/meminfo");
        return new HostResources.NumaNode(
                number,
                hugepagesUsed(figures),
                figures.getOrDefault("HugePages_Total", 0L),
                figures.getOrDefault("MemUsed", 0L),
                figures.getOrDefault("MemTotal", 0L));
    }

    private static long hugepagesUsed(Map<String, Long> figures) {
        return figures.getOrDefault("HugePages_Total", 0L)
                - figures.getOrDefault("HugePages_Free", 0L);
    }

    private Map<String, Long> figures(String path) {
        var figures = new HashMap<String, Long>();
        for (var line : files.lines(path)) {
            var match = LINE.matcher(line.strip());
            if (match.matches()) {
                var unit = match.group(3) == null ? 1 : KILO;
                figures.put(match.group(1), Long.parseLong(match.group(2)) * unit);
            }
        }
        return figures;
    }
}
