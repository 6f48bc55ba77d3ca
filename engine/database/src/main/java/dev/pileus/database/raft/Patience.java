package dev.pileus.database.raft;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

/// How long a request looks for somebody to answer it. The first ones that find nobody wait the
/// full time, which outlasts an election. Once that time has passed without any answer, the loss is
/// known: those that come later give up after one election, so that a client which asks several
/// times is told soon. The first answer begins anew.
final class Patience {
    private static final long NOT_MISSED = Long.MIN_VALUE;

    private final Duration full;
    private final Duration election;
    private final AtomicLong missedSince = new AtomicLong(NOT_MISSED);

    Patience(RaftTiming timing) {
        this.full = timing.patience();
        this.election = timing.electionMax();
    }

    Deadline begin() {
        var since = missedSince.get();
        return since == NOT_MISSED
                ? Deadline.in(full)
                : new Deadline(since + full.toNanos()).orLater(Deadline.in(election));
    }

    void missed() {
        missedSince.compareAndSet(NOT_MISSED, System.nanoTime());
    }

    void answered() {
        missedSince.set(NOT_MISSED);
    }
}
