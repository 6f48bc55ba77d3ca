package dev.pileus.database.raft;

import dev.pileus.database.Batch;
import dev.pileus.database.Example;
import dev.pileus.database.NoLeaderException;
import dev.pileus.database.WriteOutcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;

/// Several writers that write without end, each row once, and remember what was acknowledged.
final class WriteStream {
    private final AtomicLong ids = new AtomicLong();
    private final Set<Long> acknowledged = ConcurrentHashMap.newKeySet();
    private final Set<Long> unknown = ConcurrentHashMap.newKeySet();
    private final List<Throwable> faults =
            java.util.Collections.synchronizedList(new ArrayList<>());
    private final List<Thread> writers = new ArrayList<>();
    private volatile boolean running = true;

    static WriteStream start(int writers, Supplier<ReplicatedDatabase> database) {
        var stream = new WriteStream();
        for (var i = 0; i < writers; i++) {
            stream.writers.add(Thread.ofVirtual().start(() -> stream.write(database)));
        }
        return stream;
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
