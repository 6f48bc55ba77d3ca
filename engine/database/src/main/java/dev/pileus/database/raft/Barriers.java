package dev.pileus.database.raft;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Reads that must see every write acknowledged before them put one empty entry into the log and
/// wait for it. All reads that wait while one is under way share the next; they cannot share the
/// one under way, which may stand before a write that was acknowledged just now.
///
/// (Ratis' own linearizable reads answered old data on a leader that was cut off.)
final class Barriers {
    private final Supplier<Submission> propose;
    private @Nullable CompletableFuture<Submission> next;
    private boolean running;

    Barriers(Supplier<Submission> propose) {
        this.propose = propose;
    }

    Submission pass(Duration patience) {
        try {
            return join().get(patience.toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            return new Submission.NotNow("no majority of the voters answered in time", e);
        } catch (ExecutionException e) {
            return new Submission.NotNow(String.valueOf(e.getMessage()), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Submission.NotNow("interrupted", e);
        }
    }

    private synchronized CompletableFuture<Submission> join() {
        var joined = next;
        if (joined == null) {
            joined = new CompletableFuture<>();
            next = joined;
        }
        if (!running) {
            running = true;
            Thread.ofVirtual().name("database-barrier").start(this::run);
        }
        return joined;
    }

    private void run() {
        for (var group = take(); group != null; group = take()) {
            try {
                group.complete(propose.get());
            } catch (RuntimeException e) {
                group.completeExceptionally(e);
            }
        }
    }

    private synchronized @Nullable CompletableFuture<Submission> take() {
        var group = next;
        next = null;
        running = group != null;
        return group;
    }
}
