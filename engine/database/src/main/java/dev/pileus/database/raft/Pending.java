package dev.pileus.database.raft;

import java.util.TreeSet;

/// Numbers this database's proposals. What is no longer waited for is settled: the replicas need
/// not remember it, and must not apply it any more.
final class Pending {
    private final TreeSet<Long> waiting = new TreeSet<>();
    private long last;

    synchronized long begin() {
        waiting.add(++last);
        return last;
    }

    synchronized void end(long call) {
        waiting.remove(call);
    }

    /// Every lower call is settled.
    synchronized long floor() {
        return waiting.isEmpty() ? last + 1 : waiting.first();
    }
}
