package dev.pileus.domain.operations;

import dev.pileus.api.Json;
import dev.pileus.api.Operation;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// A task on its way. Thread-safe.
final class Run implements Progress {
    private final String id;
    private final Task task;
    private final String location;
    private final Instant createdAt;
    private final InstantSource time;
    private final Consumer<Run> changed;
    private final CountDownLatch ended = new CountDownLatch(1);
    private final Map<String, JsonNode> metadata = new TreeMap<>();
    private Phase phase = Phase.RUNNING;
    private Instant updatedAt;
    private String fault = "";
    private @Nullable Thread thread;

    /// @param changed is told after each change, outside of any lock
    Run(String id, Task task, String location, InstantSource time, Consumer<Run> changed) {
        this.id = id;
        this.task = task;
        this.location = location;
        this.time = time;
        this.changed = changed;
        this.createdAt = time.instant();
        this.updatedAt = createdAt;
        store(task.metadata());
    }

    String id() {
        return id;
    }

    Task task() {
        return task;
    }

    String project() {
        return task.project();
    }

    synchronized Operation snapshot() {
        return new Operation(
                id,
                task.kind().title(),
                task.description(),
                createdAt,
                updatedAt,
                phase.word(),
                phase.code(),
                task.resources(),
                new TreeMap<>(metadata),
                task.cancellable() && !phase.isFinal(),
                fault,
                location);
    }

    @Override
    public void put(String key, Object value) {
        putAll(Map.of(key, value));
    }

    @Override
    public void putAll(Map<String, ?> values) {
        synchronized (this) {
            store(values);
            updatedAt = time.instant();
        }
        changed.accept(this);
    }

    private void store(Map<String, ?> values) {
        values.forEach((key, value) -> metadata.put(key, Json.mapper().valueToTree(value)));
    }

    synchronized void runsOn(Thread worker) {
        thread = worker;
    }

    /// Asks the work to stop; its thread decides when it has.
    void cancel() {
        synchronized (this) {
            if (phase != Phase.RUNNING) {
                return;
            }
            phase = Phase.CANCELLING;
            updatedAt = time.instant();
            if (thread != null) {
                thread.interrupt();
            }
        }
        changed.accept(this);
    }

    void succeed() {
        end(Phase.SUCCESS, "");
    }

    void fail(String text) {
        end(Phase.FAILURE, text);
    }

    void endCancelled() {
        end(Phase.CANCELLED, "");
    }

    /// Work that was asked to stop and came to its end all the same has not been cancelled.
    private void end(Phase last, String text) {
        synchronized (this) {
            phase = last;
            fault = text;
            updatedAt = time.instant();
            thread = null;
        }
        changed.accept(this);
        ended.countDown();
    }

    CountDownLatch ended() {
        return ended;
    }

    synchronized boolean endedBefore(Instant moment) {
        return phase.isFinal() && updatedAt.isBefore(moment);
    }
}
