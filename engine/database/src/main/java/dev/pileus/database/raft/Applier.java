package dev.pileus.database.raft;

import dev.pileus.database.DatabaseException;
import dev.pileus.database.WriteOutcome;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// The one thread that writes to a replica. Whatever has gathered while it was busy becomes the
/// next transaction: that is where throughput comes from.
///
/// Once an entry could not be applied, none after it ever is: a gap would make this replica differ
/// from the others.
final class Applier implements AutoCloseable {
    private static final int GROUP = 512;

    private final Replica replica;
    private final Consumer<DatabaseException> halted;
    private final BlockingQueue<Work> queue = new LinkedBlockingQueue<>();
    private final Thread thread;
    private @Nullable DatabaseException failure;

    Applier(Replica replica, Consumer<DatabaseException> halted) {
        this.replica = replica;
        this.halted = halted;
        this.thread = Thread.ofPlatform().daemon().name("database-applier").start(this::run);
    }

    CompletableFuture<WriteOutcome> apply(Committed entry) {
        var outcome = new CompletableFuture<WriteOutcome>();
        queue.add(new Work.Apply(entry, outcome));
        return outcome;
    }

    /// Runs the action when everything before it is applied.
    void afterwards(Runnable action) {
        queue.add(new Work.Afterwards(action));
    }

    /// Waits until everything before is applied.
    void drain() {
        var done = new CompletableFuture<Void>();
        afterwards(() -> done.complete(null));
        done.join();
    }

    /// Applies what is queued, then ends the thread.
    @Override
    public void close() {
        queue.add(new Work.End());
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        var group = new ArrayList<Work>();
        while (true) {
            try {
                group.add(queue.take());
            } catch (InterruptedException e) {
                return;
            }
            queue.drainTo(group, GROUP);
            var applies = new ArrayList<Work.Apply>();
            for (var work : group) {
                switch (work) {
                    case Work.Apply apply -> applies.add(apply);
                    case Work.Afterwards(var action) -> {
                        flush(applies);
                        action.run();
                    }
                    case Work.End end -> {
                        flush(applies);
                        return;
                    }
                }
            }
            flush(applies);
            group.clear();
        }
    }

    private void flush(List<Work.Apply> applies) {
        if (applies.isEmpty()) {
            return;
        }
        if (failure == null) {
            try {
                var outcomes = replica.apply(applies.stream().map(Work.Apply::entry).toList());
                for (var i = 0; i < applies.size(); i++) {
                    applies.get(i).outcome().complete(outcomes.get(i));
                }
            } catch (RuntimeException e) {
                failure =
                        e instanceof DatabaseException expected
                                ? expected
                                : new DatabaseException("cannot apply the log", e);
                halted.accept(failure);
            }
        }
        if (failure != null) {
            for (var apply : applies) {
                apply.outcome().completeExceptionally(failure);
            }
        }
        applies.clear();
    }

    private sealed interface Work {
        record Apply(Committed entry, CompletableFuture<WriteOutcome> outcome) implements Work {}

        record Afterwards(Runnable action) implements Work {}

        record End() implements Work {}
    }
}
