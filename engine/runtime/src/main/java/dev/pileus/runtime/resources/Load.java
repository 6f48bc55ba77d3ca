package dev.pileus.runtime.resources;

import dev.pileus.api.MemberState.SystemInfo;
import dev.pileus.api.Resources;
import dev.pileus.runtime.HostFiles;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/// How busy the host is.
final class Load {
    /// Three averages, running and existing tasks, the newest process.
    private static final Pattern LOADAVG =
            Pattern.compile("([\\d.]+) ([\\d.]+) ([\\d.]+) \\d+/(\\d+) \\d+");

    private static final Pattern UPTIME = Pattern.compile("(\\d+)(\\.\\d+)? .*");

    private final HostFiles files;

    Load(HostFiles files) {
        this.files = files;
    }

    SystemInfo read(Map<String, Long> memory) {
        var averages = averages();
        return new SystemInfo(
                uptime(),
                List.of(averages.average1Min(), averages.average5Min(), averages.average10Min()),
                memory.getOrDefault("MemTotal", 0L),
                memory.getOrDefault("MemFree", 0L),
                memory.getOrDefault("Shmem", 0L),
                memory.getOrDefault("Buffers", 0L),
                memory.getOrDefault("SwapTotal", 0L),
                memory.getOrDefault("SwapFree", 0L),
                averages.processes());
    }

    Resources.Load averages() {
        var match = LOADAVG.matcher(files.text("proc/loadavg").orElse(""));
        if (!match.matches()) {
            return new Resources.Load(0, 0, 0, 0);
        }
        return new Resources.Load(
                Double.parseDouble(match.group(1)),
                Double.parseDouble(match.group(2)),
                Double.parseDouble(match.group(3)),
                Integer.parseInt(match.group(4)));
    }

    private long uptime() {
        var match = UPTIME.matcher(files.text("proc/uptime").orElse(""));
        return match.matches() ? Long.parseLong(match.group(1)) : 0;
    }
}
