package dev.pileus.domain.operations;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/// The tasks of this member: those that run, and those that have just ended.
final class Runs {
    private final Map<String, Run> runs = new ConcurrentHashMap<>();

    void add(Run run) {
        runs.put(run.id(), run);
    }

    Optional<Run> find(String id) {
        return Optional.ofNullable(runs.get(id));
    }

    List<Run> all() {
        return List.copyOf(runs.values());
    }

    void forgetEndedBefore(Instant moment) {
        runs.values().removeIf(run -> run.endedBefore(moment));
    }
}
