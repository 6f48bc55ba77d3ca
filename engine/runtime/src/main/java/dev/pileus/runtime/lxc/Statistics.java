package dev.pileus.runtime.lxc;

import dev.pileus.api.InstanceState;
import dev.pileus.domain.instances.Power;
import dev.pileus.runtime.HostFiles;
import java.time.Instant;
import java.util.Map;
import java.util.regex.Pattern;

/// What containers use, as the kernel counts it.
final class Statistics {
    private static final Pattern SPACES = Pattern.compile("\\s+");
    private static final long BILLION = 1_000_000_000L;

    /// Of the kernel's clock each second, on every architecture there is.
    private static final long TICKS = 100;

    /// Place of the start in `/proc/PID/stat`, counted behind the name.
    private static final int START = 19;

    private final ControlGroups groups;
    private final HostFiles files = HostFiles.ofThisHost();

    Statistics(ControlGroups groups) {
        this.groups = groups;
    }

    InstanceState state(String handle, Power power, long pid) {
        return new InstanceState(
                power.status(),
                power.code(),
                Map.of(),
                memory(handle),
                new InstanceState.Cpu(
                        groups.processorTime(handle),
                        Runtime.getRuntime().availableProcessors() * BILLION),
                Interfaces.of(pid),
                pid,
                processes(handle),
                startedAt(pid));
    }

    private InstanceState.Memory memory(String handle) {
        var usage = groups.number("memory", handle, "memory.usage_in_bytes", "memory.current");
        var peak = groups.number("memory", handle, "memory.max_usage_in_bytes", "memory.peak");
        var limit = groups.number("memory", handle, "memory.limit_in_bytes", "memory.max");
        var swap = groups.number("memory", handle, "", "memory.swap.current");
        var swapPeak = groups.number("memory", handle, "", "memory.swap.peak");
        return new InstanceState.Memory(
                usage.orElse(0),
                peak.orElse(0),
                Math.min(limit.orElse(Long.MAX_VALUE), hostMemory()),
                swap.orElse(0),
                swapPeak.orElse(0));
    }

    private int processes(String handle) {
        var counted = groups.number("pids", handle, "pids.current", "pids.current");
        return counted.isPresent()
                ? Math.toIntExact(counted.getAsLong())
                : groups.processes(handle).size();
    }

    private long hostMemory() {
        return files.lines("proc/meminfo").stream()
                .filter(line -> line.startsWith("MemTotal:"))
                .mapToLong(line -> Long.parseLong(SPACES.split(line, -1)[1]) * 1024)
                .findFirst()
                .orElse(Long.MAX_VALUE);
    }

    private Instant startedAt(long pid) {
        var stat = files.text("proc/" + pid + "/stat").orElse("");
        var fields = SPACES.split(stat.substring(stat.lastIndexOf(')') + 1).strip(), -1);
        if (fields.length <= START) {
            return Instant.EPOCH;
        }
        var boot =
                files.lines("proc/stat").stream()
                        .filter(line -> line.startsWith("btime "))
                        .mapToLong(line -> Long.parseLong(line.substring("btime ".length())))
                        .findFirst()
                        .orElse(0);
        return Instant.ofEpochSecond(boot + Long.parseLong(fields[START]) / TICKS);
    }
}
