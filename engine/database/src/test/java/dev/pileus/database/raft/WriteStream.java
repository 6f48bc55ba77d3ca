package dev.pileus.database.raft;

import dev.pileus.database.Batch;
import dev.pileus.database.Example;
import dev.pileus.database.NoLeaderException;
import dev.pileus.database.WriteOutcome;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongConsumer;
import java.util.function.Supplier;

/// Several writers that write without end, each row once, and remember what was acknowledged.
final class WriteStream {
    private final AtomicLong ids;
    private final Set<Long> acknowledged = ConcurrentHashMap.newKeySet();
    private final Set<Long> unknown = ConcurrentHashMap.newKeySet();
    private final List<Throwable> faults = Collections.synchronizedList(new ArrayList<>());
    private final List<Thread> writers = new ArrayList<>();
    private volatile boolean running = true;

    private volatile LongConsumer listener = id -> {};

    private WriteStream(long first) {
        this.ids = new AtomicLong(first);
    }

    static WriteStream start(int writers, Supplier<ReplicatedDatabase> database) {
        return start(writers, 0, database);
    }

    static WriteStream start(int writers, long first, Supplier<ReplicatedDatabase> database) {
        var stream = new WriteStream(first);
        for (var i = 0; i < writers; i++) {
            stream.writers.add(Thread.ofVirtual().start(() -> stream.write(database)));
        }
        return stream;
    }

    void onAcknowledged(LongConsumer told) {
        listener = told;
    }

    void stop() throws InterruptedException {
        running = false;
        for (var writer : writers) {
            writer.join();
        }
    }

    int acknowledgedCount() {
        return acknowledged.size();
    }

    Set<Long> acknowledged() {
        return acknowledged;
    }

    /// Neither acknowledged nor refused: they may be there.
    Set<Long> unknown() {
        return unknown;
    }

    List<Throwable> faults() {
        return faults;
    }

    private void write(Supplier<ReplicatedDatabase> database) {
        while (running) {
            var id = ids.incrementAndGet();
            try {
                // a second application would break the rule that ids are unique
                var outcome = database.get().write(Batch.of(Example.member(id, "node" + id)));
                if (outcome instanceof WriteOutcome.Applied) {
                    acknowledged.add(id);
                    listener.accept(id);
                } else {
                    faults.add(new AssertionError(id + ": " + outcome));
                }
            } catch (NoLeaderException e) {
                unknown.add(id);
            } catch (RuntimeException e) {
                unknown.add(id);
                faults.add(e);
                LockSupport.parkNanos(1_000_000);
            }
        }
    }
}
