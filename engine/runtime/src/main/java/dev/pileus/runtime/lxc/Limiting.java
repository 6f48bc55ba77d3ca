package dev.pileus.runtime.lxc;

import dev.pileus.domain.instances.Launch;
import dev.pileus.runtime.lxc.ControlGroups.Setting;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// How much containers may use, as control groups want to be told.
final class Limiting {
    private static final String ALL = "max";
    private static final String ALL_AT_FIRST = "-1";

    private final int processors;

    /// @param processors how many the host has
    Limiting(int processors) {
        this.processors = processors;
    }

    List<String> config(Launch.Limits limits) {
        return settings(limits, false).stream()
                .map(limit ->
                        ControlGroups.setting(limit.controller(), limit.first(), limit.second()))
                .toList();
    }

    /// Lets limits hold for a container that is up.
    void apply(Launch.Limits limits, String handle, ControlGroups groups) {
        settings(limits, true)
                .forEach(limit ->
                        groups.write(limit.controller(), handle, limit.first(), limit.second()));
    }

    /// @param open also what is not limited
    private List<Limit> settings(Launch.Limits limits, boolean open) {
        var settings = new ArrayList<Limit>();
        if (open || !limits.cpus().isEmpty()) {
            settings.add(Limit.same("cpuset", "cpuset.cpus", cpus(limits.cpus())));
        }
        var share = limits.cpuShare();
        if (open || share.quota() >= 0) {
            settings.add(
                    Limit.of(
                            "cpu",
                            "cpu.cfs_period_us",
                            share.period() + "",
                            "cpu.max",
                            max(share)));
            settings.add(
                    Limit.of("cpu", "cpu.cfs_quota_us", share.quota() + "", "cpu.max", max(share)));
        }
        if (open || limits.memory().isPresent()) {
            var present = limits.memory().isPresent();
            var bytes = Long.toString(limits.memory().orElse(0));
            settings.add(
                    Limit.of(
                            "memory",
                            "memory.limit_in_bytes",
                            present ? bytes : ALL_AT_FIRST,
                            "memory.max",
                            present ? bytes : ALL));
        }
        if (open || limits.processes().isPresent()) {
            var count = limits.processes().isPresent() ? "" + limits.processes().getAsInt() : ALL;
            settings.add(Limit.same("pids", "pids.max", count));
        }
        return settings;
    }

    private static String max(Launch.CpuShare share) {
        return (share.quota() < 0 ? ALL : "" + share.quota()) + " " + share.period();
    }

    /// A number means so many processors, whichever; liblxc wants to know which.
    private String cpus(String wanted) {
        if (wanted.isEmpty()) {
            return "0-" + (processors - 1);
        }
        if (!wanted.matches("\\d{1,4}")) {
            return wanted;
        }
        var count = Math.clamp(Integer.parseInt(wanted), 1, processors);
        return IntStream.range(0, count)
                .mapToObj(Integer::toString)
                .collect(Collectors.joining(","));
    }

    private record Limit(String controller, Setting first, Setting second) {
        static Limit of(
                String controller,
                String firstFile,
                String firstValue,
                String secondFile,
                String secondValue) {
            return new Limit(
                    controller,
                    new Setting(firstFile, firstValue),
                    new Setting(secondFile, secondValue));
        }

        static Limit same(String controller, String file, String value) {
            return of(controller, file, value, file, value);
        }
    }
}
