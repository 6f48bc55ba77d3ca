package dev.pileus.runtime.resources;

import dev.pileus.api.HostResources;
import dev.pileus.runtime.HostFiles;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Sockets, cores and threads.
final class Processors {
    private static final String CPUS = "sys/devices/system/cpu";
    private static final Pattern CPU = Pattern.compile("cpu(\\d{1,6})");
    private static final Pattern NODE = Pattern.compile("node(\\d{1,4})");
    private static final Pattern SIZE = Pattern.compile("(\\d{1,12})([KM]?)");
    private static final long KILO = 1024;

    private final HostFiles files;
    private final String architecture;

    Processors(HostFiles files, String architecture) {
        this.files = files;
        this.architecture = architecture;
    }

    HostResources.Cpu read() {
        var ids =
                files.names(CPUS).stream()
                        .map(CPU::matcher)
                        .filter(match -> match.matches())
                        .map(match -> Integer.parseInt(match.group(1)))
                        .sorted()
                        .toList();
        var isolated = isolated();
        var sockets = new TreeMap<Integer, List<Integer>>();
        ids.forEach(id ->
                sockets.computeIfAbsent(
                                topology(id, "physical_package_id"), none -> new ArrayList<>())
                        .add(id));
        var described = described();
        return new HostResources.Cpu(
                architecture,
                sockets.entrySet().stream()
                        .map(socket ->
                                socket(socket.getKey(), socket.getValue(), isolated, described))
                        .toList(),
                ids.size());
    }

    private HostResources.Socket socket(
            int number,
            List<Integer> ids,
            Set<Integer> isolated,
            Map<Integer, Map<String, String>> described) {
        var first = ids.getFirst();
        var about = described.getOrDefault(first, Map.of());
        var cores = new TreeMap<Integer, List<Integer>>();
        ids.forEach(id ->
                cores.computeIfAbsent(topology(id, "core_id"), none -> new ArrayList<>()).add(id));
        return new HostResources.Socket(
                about.getOrDefault("model name", ""),
                about.getOrDefault("vendor_id", ""),
                number,
                caches(first),
                cores.entrySet().stream()
                        .map(core -> core(core.getKey(), core.getValue(), isolated))
                        .toList(),
                megahertz(first, "scaling_cur_freq"),
                megahertz(first, "cpuinfo_min_freq"),
                megahertz(first, "cpuinfo_max_freq"));
    }

    private HostResources.Core core(int number, List<Integer> ids, Set<Integer> isolated) {
        var threads = new ArrayList<HostResources.HardwareThread>();
        for (var id : ids) {
            threads.add(
                    new HostResources.HardwareThread(
                            id,
                            numaNode(id),
                            threads.size(),
                            files.number(CPUS + "/cpu" + id + "/online").orElse(1) == 1,
                            isolated.contains(id)));
        }
        var first = ids.getFirst();
        return new HostResources.Core(
                number, topology(first, "die_id"), threads, megahertz(first, "scaling_cur_freq"));
    }

    private List<HostResources.Cache> caches(int id) {
        var folder = CPUS + "/cpu" + id + "/cache";
        return files.names(folder).stream()
                .filter(name -> name.startsWith("index"))
                .map(name -> folder + "/" + name)
                .map(cache ->
                        new HostResources.Cache(
                                (int) files.number(cache + "/level").orElse(0),
                                files.text(cache + "/type").orElse(""),
                                size(files.text(cache + "/size").orElse("0"))))
                .toList();
    }

    /// `/proc/cpuinfo` by number of the processor.
    private Map<Integer, Map<String, String>> described() {
        var all = new HashMap<Integer, Map<String, String>>();
        var current = new HashMap<String, String>();
        for (var line : files.lines("proc/cpuinfo")) {
            var colon = line.indexOf(':');
            if (colon < 0) {
                continue;
            }
            var key = line.substring(0, colon).strip();
            var value = line.substring(colon + 1).strip();
            if (key.equals("processor") && value.matches("\\d{1,6}")) {
                current = new HashMap<>();
                all.put(Integer.parseInt(value), current);
            }
            current.put(key, value);
        }
        return all;
    }

    /// Such as `2-3,8`.
    private Set<Integer> isolated() {
        var ids = new HashSet<Integer>();
        for (var range : files.text(CPUS + "/isolated").orElse("").split(",", -1)) {
            if (range.matches("\\d{1,6}(-\\d{1,6})?")) {
                var ends = range.split("-", -1);
                var last = Integer.parseInt(ends[ends.length - 1]);
                for (var id = Integer.parseInt(ends[0]); id <= last; id++) {
                    ids.add(id);
                }
            }
        }
        return ids;
    }

    private int numaNode(int id) {
        return files.names(CPUS + "/cpu" + id).stream()
                .map(NODE::matcher)
                .filter(match -> match.matches())
                .map(match -> Integer.parseInt(match.group(1)))
                .findFirst()
                .orElse(0);
    }

    /// Some kernels say -1 for "unknown".
    private int topology(int id, String what) {
        var number = files.number(CPUS + "/cpu" + id + "/topology/" + what).orElse(0);
        return (int) Math.max(0, number);
    }

    private @Nullable Integer megahertz(int id, String what) {
        var kilohertz = files.number(CPUS + "/cpu" + id + "/cpufreq/" + what).orElse(0);
        return kilohertz == 0 ? null : (int) (kilohertz / 1000);
    }

    private static long size(String text) {
        var match = SIZE.matcher(text);
        if (!match.matches()) {
            return 0;
        }
        var unit =
                switch (match.group(2)) {
                    case "K" -> KILO;
                    case "M" -> KILO * KILO;
                    default -> 1;
                };
        return Long.parseLong(match.group(1)) * unit;
    }
}
