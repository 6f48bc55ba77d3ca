package dev.pileus.runtime.lxc;

import dev.pileus.api.ApiException;
import dev.pileus.api.InstanceState;
import dev.pileus.domain.instances.Containers;
import dev.pileus.domain.instances.Launch;
import dev.pileus.domain.instances.LiveDevices;
import dev.pileus.domain.instances.Power;
import dev.pileus.runtime.HostProgram;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;

/// Containers by `lxc-start` and its sisters. What is up is read from control groups: a thousand
/// containers cost no program.
public final class LxcContainers implements Containers, AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final List<String> TOOLS =
            List.of("lxc-start", "lxc-stop", "lxc-info", "lxc-attach");

    private final LxcFolders folders;
    private final ControlGroups groups;
    private final Limiting limiting;
    private final Statistics statistics;
    private final LiveDevices devices = new LxcDevices(this);
    private final Map<String, Long> pids = new ConcurrentHashMap<>();

    /// The containers of one member.
    ///
    /// @param stateDir everything it keeps
    public LxcContainers(Path stateDir) {
        folders = new LxcFolders(stateDir);
        groups = new ControlGroups(folders.groupName());
        limiting = new Limiting(Runtime.getRuntime().availableProcessors());
        statistics = new Statistics(groups);
    }

    @Override
    public Optional<String> obstacle() {
        if (!isRoot()) {
            return Optional.of("the daemon does not run as root");
        }
        return TOOLS.stream()
                .filter(tool -> HostProgram.find(tool).isEmpty())
                .findFirst()
                .map(tool -> "the program %s is missing (Debian package lxc)".formatted(tool));
    }

    private static boolean isRoot() {
        try {
            return (int) Files.getAttribute(Path.of("/proc/self"), "unix:uid") == 0;
        } catch (IOException | UnsupportedOperationException e) {
            return false;
        }
    }

    @Override
    public void start(Launch launch) {
        obstacle()
                .ifPresent(obstacle -> {
                    throw new ApiException(500, "Instances cannot be started here: " + obstacle);
                });
        var handle = launch.handle();
        var logs = folders.logs(handle);
        var open = launch.mounts().stream().filter(mount -> Reach.isOpen(mount.source())).toList();
        var config =
                folders.configure(
                        handle, LxcConfig.of(launch.withMounts(open), groups, limiting, logs));
        folders.turnLogs(handle);
        if (!groups.isPopulated(handle)) {
            groups.discard(handle);
        }
        var ended = run("lxc-start", handle, PATIENCE, "-f", config.toString());
        if (!ended.well()) {
            throw new ApiException(
                    500, "Failed to start the container: " + complaint(launch, ended));
        }
        launch.mounts().stream()
                .filter(mount -> !open.contains(mount))
                .forEach(mount -> mountLate(handle, mount));
    }

    /// What only the host's root gets at comes a moment later than the rest.
    private void mountLate(String handle, Launch.Mount mount) {
        try {
            devices.mount(handle, mount);
        } catch (ApiException e) {
            kill(handle);
            throw e;
        }
    }

    private String complaint(Launch launch, HostProgram.Ended ended) {
        var errors =
                folders.errors(launch.handle()).orElseGet(() -> LxcFolders.words(ended.errors()));
        var idmap = !launch.privileged() && errors.contains("idmap");
        return errors
                + (idmap
                        ? "; the file system of %s, or the kernel, has no idmapped mounts, without which only instances with security.privileged=true can be started"
                                .formatted(launch.rootfs())
                        : "");
    }

    @Override
    public boolean shutDown(String handle, Duration patience) throws InterruptedException {
        if (groups.isFrozen(handle)) {
            unfreeze(handle);
        }
        var seconds = Long.toString(Math.max(1, patience.toSeconds()));
        var ignored =
                command("lxc-stop", handle, "--nokill", "-t", seconds).run(patience.plus(PATIENCE));
        return !groups.isPopulated(handle);
    }

    @Override
    public void kill(String handle) {
        if (groups.isFrozen(handle)) {
            groups.freeze(handle, false);
        }
        var ended = run("lxc-stop", handle, PATIENCE, "-k");
        if (!groups.isPopulated(handle)) {
            return;
        }
        // whoever watched it is gone; its processes are not
        groups.processes(handle).stream()
                .map(ProcessHandle::of)
                .flatMap(Optional::stream)
                .forEach(ProcessHandle::destroyForcibly);
        if (!becomes(() -> !groups.isPopulated(handle))) {
            throw new ApiException(500, "Failed to stop the container: " + ended.errors().strip());
        }
    }

    @Override
    public boolean isFrozen(String handle) {
        return groups.isFrozen(handle);
    }

    @Override
    public void freeze(String handle) {
        freeze(handle, true);
    }

    @Override
    public void unfreeze(String handle) {
        freeze(handle, false);
    }

    private void freeze(String handle, boolean frozen) {
        groups.freeze(handle, frozen);
        if (!becomes(() -> groups.isFrozen(handle) == frozen)) {
            throw new ApiException(
                    500, "Failed to %s the container".formatted(frozen ? "freeze" : "unfreeze"));
        }
    }

    @Override
    public Power power(String handle) {
        if (!groups.isPopulated(handle)) {
            return Power.STOPPED;
        }
        return groups.isFrozen(handle) ? Power.FROZEN : Power.RUNNING;
    }

    @Override
    public Map<String, Power> powers() {
        var powers = new HashMap<String, Power>();
        for (var handle : groups.populated()) {
            powers.put(handle, groups.isFrozen(handle) ? Power.FROZEN : Power.RUNNING);
        }
        return powers;
    }

    @Override
    public OptionalLong pid(String handle) {
        var known = pids.get(handle);
        if (known != null && groups.holds(handle, known)) {
            return OptionalLong.of(known);
        }
        if (!groups.isPopulated(handle)) {
            return OptionalLong.empty();
        }
        var told = run("lxc-info", handle, PATIENCE, "-p", "-H").output().strip();
        if (!told.matches("\\d{1,18}")) {
            return OptionalLong.empty();
        }
        var pid = Long.parseLong(told);
        pids.put(handle, pid);
        return OptionalLong.of(pid);
    }

    @Override
    public InstanceState state(String handle) {
        var power = power(handle);
        var pid = pid(handle);
        return pid.isEmpty() || !power.isUp()
                ? InstanceState.idle(Power.STOPPED.status(), Power.STOPPED.code())
                : statistics.state(handle, power, pid.getAsLong());
    }

    @Override
    public void limit(String handle, Launch.Limits limits) {
        limiting.apply(limits, handle, groups);
    }

    @Override
    public void forget(String handle) {
        pids.remove(handle);
        folders.delete(handle);
    }

    @Override
    public void rename(String handle, String newHandle) {
        pids.remove(handle);
        folders.rename(handle, newHandle);
    }

    private HostProgram.Ended run(
            String tool, String handle, Duration patience, String... arguments) {
        try {
            return command(tool, handle, arguments).run(patience);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ApiException(500, tool + " was interrupted");
        }
    }

    private HostProgram command(String tool, String handle, String... arguments) {
        var fixed = Stream.of(tool, "-P", folders.containers().toString(), "-n", handle);
        return HostProgram.of(Stream.concat(fixed, Stream.of(arguments)).toList());
    }

    /// Kernels take a moment; nothing tells when they are done.
    private static boolean becomes(BooleanSupplier condition) {
        var end = System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > end) {
                return false;
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(5));
        }
        return true;
    }

    /// Containers go on.
    @Override
    public void close() {
        groups.tidy();
    }
}
