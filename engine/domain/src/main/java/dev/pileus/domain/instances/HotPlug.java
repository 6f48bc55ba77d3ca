package dev.pileus.domain.instances;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Keeps disks and interfaces of the instances that are up in step with their devices. Whoever
/// calls holds the instance in [InstanceWork]. Safe for use by many threads.
final class HotPlug {
    private static final Logger LOG = LoggerFactory.getLogger(HotPlug.class);

    private final Launches launches;
    private final LiveDevices live;

    /// Each as it was when its devices were last in step, by handle.
    private final Map<String, StoredInstance> inStep = new ConcurrentHashMap<>();

    HotPlug(Launches launches, LiveDevices live) {
        this.launches = launches;
        this.live = live;
    }

    /// It has these devices now.
    void isInStep(StoredInstance instance) {
        inStep.put(instance.handle(), instance);
    }

    /// Looks after one that somebody else has started; what is known of it already is right.
    void adopt(StoredInstance instance) {
        inStep.putIfAbsent(instance.handle(), instance);
    }

    void forget(String handle) {
        inStep.remove(handle);
    }

    /// Its interfaces that are not there yet.
    List<String> newNics(StoredInstance instance) {
        var before = before(instance).expandedDevices();
        return Launches.nics(instance.expandedDevices()).stream()
                .filter(nic -> !before.containsKey(nic))
                .toList();
    }

    private StoredInstance before(StoredInstance instance) {
        return inStep.getOrDefault(instance.handle(), instance);
    }

    /// Takes away what it has no more, and gives it what is new. Where that fails, all is as
    /// before.
    void follow(StoredInstance instance) {
        var before = before(instance);
        var undo = new ArrayDeque<Runnable>();
        try {
            take(before, instance, undo);
            give(before, instance, undo);
        } catch (RuntimeException e) {
            undo.forEach(HotPlug::attempt);
            throw e;
        }
        isInStep(instance);
    }

    private void take(StoredInstance before, StoredInstance after, Deque<Runnable> undo) {
        var handle = before.handle();
        for (var disk : Disks.names(before.expandedDevices()).reversed()) {
            if (!isSame(before, after, disk)) {
                live.unmount(handle, path(before, disk));
                undo.push(() -> mount(before, disk));
            }
        }
        for (var nic : Launches.nics(before.expandedDevices())) {
            if (!isSame(before, after, nic)) {
                var interfaceBefore = launches.nic(before, nic);
                live.disconnect(handle, interfaceBefore);
                undo.push(() -> live.connect(handle, interfaceBefore));
            }
        }
    }

    private void give(StoredInstance before, StoredInstance after, Deque<Runnable> undo) {
        var handle = after.handle();
        for (var disk : Disks.names(after.expandedDevices())) {
            if (!isSame(before, after, disk)) {
                mount(after, disk);
                undo.push(() -> live.unmount(handle, path(after, disk)));
            }
        }
        for (var nic : Launches.nics(after.expandedDevices())) {
            if (!isSame(before, after, nic)) {
                var interfaceAfter = launches.nic(after, nic);
                live.connect(handle, interfaceAfter);
                undo.push(() -> live.disconnect(handle, interfaceAfter));
            }
        }
    }

    private void mount(StoredInstance instance, String disk) {
        launches.mount(instance, disk).ifPresent(mount -> live.mount(instance.handle(), mount));
    }

    private static String path(StoredInstance instance, String disk) {
        return instance.expandedDevices().getOrDefault(disk, Map.of()).getOrDefault("path", "");
    }

    private static boolean isSame(StoredInstance before, StoredInstance after, String device) {
        return before.expandedDevices()
                .getOrDefault(device, Map.of())
                .equals(after.expandedDevices().getOrDefault(device, Map.of()));
    }

    private static void attempt(Runnable undo) {
        try {
            undo.run();
        } catch (RuntimeException e) {
            LOG.warn("A device does not come back as it was: {}", e.getMessage());
        }
    }
}
