package dev.pileus.runtime.lxc;

import dev.pileus.api.ApiException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;

/// The control groups of this member's containers, each below a folder of the member's own: that is
/// how they are found again, counted and frozen without running a program. Hosts have controllers
/// in the second version of control groups, in the first one, or some here and some there.
final class ControlGroups {
    private static final Path ROOT = Path.of("/sys/fs/cgroup");

    /// Beside each container's group, for the process that watches it.
    private static final String MONITOR = ".monitor";

    private static final String INNER = "ns";

    private final String base;

    /// @param base a name that no other member on this host has
    ControlGroups(String base) {
        this.base = base;
    }

    /// What tells a container its groups.
    List<String> config(String handle) {
        return List.of(
                "lxc.cgroup.dir.monitor = " + base + "/" + handle + MONITOR,
                "lxc.cgroup.dir.container = " + base + "/" + handle,
                "lxc.cgroup.dir.container.inner = " + INNER);
    }

    /// A line of configuration for a controller.
    ///
    /// @param first its file and value in the first version
    /// @param second in the second version
    static String setting(String controller, Setting first, Setting second) {
        return isFirst(controller)
                ? "lxc.cgroup.%s = %s".formatted(first.file(), first.value())
                : "lxc.cgroup2.%s = %s".formatted(second.file(), second.value());
    }

    record Setting(String file, String value) {}

    static boolean isFirst(String controller) {
        return Files.isDirectory(ROOT.resolve(controller))
                && !Files.exists(ROOT.resolve("cgroup.controllers"));
    }

    /// The containers with at least one process.
    List<String> populated() {
        try (var groups = Files.list(folder("freezer"))) {
            return groups.filter(Files::isDirectory)
                    .map(group -> group.getFileName().toString())
                    .filter(name -> !name.endsWith(MONITOR))
                    .filter(this::isPopulated)
                    .toList();
        } catch (IOException none) {
            return List.of();
        }
    }

    boolean isPopulated(String handle) {
        var events = read(unified().resolve(handle).resolve("cgroup.events"));
        if (events.isPresent()) {
            return events.get().contains("populated 1");
        }
        var group = folder("freezer").resolve(handle);
        return Stream.of(group, group.resolve(INNER))
                .map(folder -> read(folder.resolve("cgroup.procs")))
                .anyMatch(processes -> processes.isPresent() && !processes.get().isEmpty());
    }

    boolean isFrozen(String handle) {
        return isFirst("freezer")
                ? read(group("freezer", handle).resolve("freezer.state"))
                        .orElse("")
                        .equals("FROZEN")
                : read(group("freezer", handle).resolve("cgroup.events"))
                        .orElse("")
                        .contains("frozen 1");
    }

    /// Freezing takes a moment: ask [#isFrozen] afterwards.
    void freeze(String handle, boolean frozen) {
        if (isFirst("freezer")) {
            write(group("freezer", handle).resolve("freezer.state"), frozen ? "FROZEN" : "THAWED");
        } else {
            write(group("freezer", handle).resolve("cgroup.freeze"), frozen ? "1" : "0");
        }
    }

    /// A number that a controller tells; absent where it does not, or tells `max`.
    OptionalLong number(String controller, String handle, String first, String second) {
        var file = group(controller, handle).resolve(isFirst(controller) ? first : second);
        return number(read(file));
    }

    /// Nanoseconds of processor time.
    long processorTime(String handle) {
        if (isFirst("cpuacct")) {
            return number("cpuacct", handle, "cpuacct.usage", "").orElse(0);
        }
        return read(group("cpu", handle).resolve("cpu.stat"))
                .orElse("")
                .lines()
                .filter(line -> line.startsWith("usage_usec "))
                .mapToLong(line -> Long.parseLong(line.substring(line.indexOf(' ') + 1)) * 1000)
                .findFirst()
                .orElse(0);
    }

    void write(String controller, String handle, Setting first, Setting second) {
        var setting = isFirst(controller) ? first : second;
        var outer = group(controller, handle).resolve(setting.file());
        var inner = group(controller, handle).resolve(INNER).resolve(setting.file());
        if (controller.equals("cpuset") && isFirst(controller) && Files.exists(inner)) {
            // each has to stay within the other at every moment: less begins inside, more outside
            if (!tryWrite(outer, setting.value())) {
                write(inner, setting.value());
                write(outer, setting.value());
            }
            write(inner, setting.value());
            return;
        }
        write(outer, setting.value());
    }

    private static boolean tryWrite(Path file, String text) {
        try {
            Files.writeString(file, text);
            return true;
        } catch (IOException busy) {
            return false;
        }
    }

    /// The processes of a container, its own containers' included.
    List<Long> processes(String handle) {
        var found = new ArrayList<Long>();
        try (var groups = Files.walk(group("freezer", handle))) {
            groups.filter(Files::isDirectory)
                    .map(group -> read(group.resolve("cgroup.procs")).orElse(""))
                    .flatMap(String::lines)
                    .map(Long::parseLong)
                    .forEach(found::add);
        } catch (IOException gone) {
            return List.of();
        }
        return found;
    }

    /// Whether a process belongs to a container.
    boolean holds(String handle, long process) {
        var path = "/" + base + "/" + handle;
        return read(Path.of("/proc", Long.toString(process), "cgroup"))
                .orElse("")
                .lines()
                .map(line -> line.substring(line.lastIndexOf(':') + 1))
                .anyMatch(group -> group.equals(path) || group.startsWith(path + "/"));
    }

    /// Removes what is empty.
    void tidy() {
        hierarchies().forEach(hierarchy -> remove(hierarchy.resolve(base)));
    }

    /// Removes what a start that failed, or a monitor that was killed, has left of a container's
    /// groups: liblxc makes new ones only where there are none.
    void discard(String handle) {
        for (var hierarchy : hierarchies()) {
            for (var name : List.of(handle, handle + MONITOR)) {
                var group = hierarchy.resolve(base).resolve(name);
                try (var folders = Files.walk(group)) {
                    folders.filter(Files::isDirectory).toList().reversed().forEach(this::remove);
                } catch (IOException | UncheckedIOException none) {
                    // as it should be
                }
            }
        }
    }

    private void remove(Path group) {
        try {
            Files.deleteIfExists(group);
        } catch (IOException inUse) {
            // what is in it goes on
        }
    }

    /// Of every controller, and the one for all.
    private static List<Path> hierarchies() {
        try (var controllers = Files.list(ROOT)) {
            return Stream.concat(Stream.of(ROOT), controllers).toList();
        } catch (IOException none) {
            return List.of();
        }
    }

    private Path group(String controller, String handle) {
        return folder(controller).resolve(handle);
    }

    private Path folder(String controller) {
        return isFirst(controller) ? ROOT.resolve(controller).resolve(base) : unified();
    }

    private Path unified() {
        var beside = ROOT.resolve("unified");
        return (Files.isDirectory(beside) ? beside : ROOT).resolve(base);
    }

    private static OptionalLong number(Optional<String> text) {
        if (text.isEmpty() || !text.get().matches("\\d{1,18}")) {
            return OptionalLong.empty();
        }
        return OptionalLong.of(Long.parseLong(text.get()));
    }

    private static Optional<String> read(Path file) {
        try {
            return Optional.of(
                    new String(Files.readAllBytes(file), StandardCharsets.UTF_8).strip());
        } catch (IOException missing) {
            return Optional.empty();
        }
    }

    private static void write(Path file, String text) {
        try {
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new ApiException(500, "Cannot set %s: %s".formatted(file, e.getMessage()));
        }
    }
}
