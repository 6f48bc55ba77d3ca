package dev.pileus.domain.instances;

import dev.pileus.api.InstanceState;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// Containers that only remember what they are.
final class FakeContainers implements Containers {
    final Map<String, Power> up = new ConcurrentHashMap<>();
    final List<Launch> launches = new ArrayList<>();

    /// Those whose init does not end when asked to.
    final Set<String> stubborn = ConcurrentHashMap.newKeySet();

    /// What happens while one starts, and while one is asked to end.
    Runnable whileStarting = () -> {};

    Runnable whileEnding = () -> {};

    @Override
    public Optional<String> obstacle() {
        return Optional.empty();
    }

    @Override
    public void start(Launch launch) {
        launches.add(launch);
        whileStarting.run();
        up.put(launch.handle(), Power.RUNNING);
    }

    @Override
    public boolean shutDown(String handle, Duration patience) {
        whileEnding.run();
        if (!stubborn.contains(handle)) {
            up.remove(handle);
        }
        return !up.containsKey(handle);
    }

    @Override
    public void kill(String handle) {
        up.remove(handle);
    }

    @Override
    public void freeze(String handle) {
        up.put(handle, Power.FROZEN);
    }

    @Override
    public void unfreeze(String handle) {
        up.put(handle, Power.RUNNING);
    }

    @Override
    public boolean isFrozen(String handle) {
        return power(handle) == Power.FROZEN;
    }

    @Override
    public Power power(String handle) {
        return up.getOrDefault(handle, Power.STOPPED);
    }

    @Override
    public Map<String, Power> powers() {
        return Map.copyOf(up);
    }

    @Override
    public OptionalLong pid(String handle) {
        return up.containsKey(handle) ? OptionalLong.of(1) : OptionalLong.empty();
    }

    @Override
    public InstanceState state(String handle) {
        var power = power(handle);
        return InstanceState.idle(power.status(), power.code());
    }

    @Override
    public void limit(String handle, Launch.Limits limits) {}

    @Override
    public void forget(String handle) {}

    @Override
    public void rename(String handle, String newHandle) {}
}
