package dev.pileus.domain.certificates;

import dev.pileus.database.DatabaseException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;

/// Looks at the newest state of the cluster for whoever is unknown here: another member may have
/// come to trust it a moment ago. Strangers come in any number, and the newest state costs a round
/// among the voters: those who come while a look is under way share the next one, and the same
/// stranger gets one only now and then. Thread-safe.
final class NewestLook {
    private static final Duration FOR_THE_SAME = Duration.ofSeconds(1);

    /// Without a leader every look would take as long as anybody is willing to wait.
    private static final Duration AFTER_FAILURE = Duration.ofSeconds(10);

    private static final int REMEMBERED = 1_000;

    private final InstantSource time;
    private final Runnable look;
    private final ReentrantLock looking = new ReentrantLock();
    private final AtomicLong begun = new AtomicLong();
    private final Map<String, Instant> strangers = new LinkedHashMap<>();
    private Instant pausedUntil = Instant.MIN;

    /// @param look takes over the newest state
    NewestLook(InstantSource time, Runnable look) {
        this.time = time;
        this.look = look;
    }

    /// Whether the newest state has been looked at since this call.
    boolean lookFor(String stranger) {
        if (!isDue(stranger)) {
            return false;
        }
        var before = begun.get();
        looking.lock();
        try {
            return begun.get() > before || lookNow();
        } finally {
            looking.unlock();
        }
    }

    /// Whoever was a stranger may be none any more.
    void forget() {
        synchronized (strangers) {
            strangers.clear();
        }
    }

    private boolean lookNow() {
        if (time.instant().isBefore(pausedUntil)) {
            return false;
        }
        begun.incrementAndGet();
        try {
            look.run();
            return true;
        } catch (DatabaseException e) {
            pausedUntil = time.instant().plus(AFTER_FAILURE);
            return false;
        }
    }

    private boolean isDue(String stranger) {
        var now = time.instant();
        synchronized (strangers) {
            var last = strangers.get(stranger);
            if (last != null && now.isBefore(last.plus(FOR_THE_SAME))) {
                return false;
            }
            if (strangers.size() >= REMEMBERED) {
                strangers.remove(strangers.keySet().iterator().next());
            }
            strangers.put(stranger, now);
            return true;
        }
    }
}
