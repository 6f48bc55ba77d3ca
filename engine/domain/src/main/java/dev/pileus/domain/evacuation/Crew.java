package dev.pileus.domain.evacuation;

import dev.pileus.domain.caller.Caller;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;

/// Does several things at once, but not too many: each of them stops a container, sends its files
/// or starts it.
final class Crew {
    private static final int SIZE =
            Math.clamp(Runtime.getRuntime().availableProcessors() * 2L, 4, 16);

    private Crew() {}

    /// Does a job with each of them, in the name of the current caller; when this returns, all are
    /// done. Jobs do not throw: what fails, they note.
    static <T> void each(List<T> things, Job<T> job) throws InterruptedException {
        var caller = Caller.current();
        var places = new Semaphore(SIZE);
        var running = new ArrayList<Future<?>>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var thing : things) {
                places.acquire();
                running.add(
                        threads.submit(() -> {
                            try {
                                if (caller.isPresent()) {
                                    return caller.get().call(() -> done(job, thing));
                                }
                                return done(job, thing);
                            } finally {
                                places.release();
                            }
                        }));
            }
            for (var one : running) {
                var ignored = one.get();
            }
        } catch (ExecutionException e) {
            throw new IllegalStateException("A job has thrown", e.getCause());
        }
    }

    private static <T> T done(Job<T> job, T thing) throws InterruptedException {
        job.run(thing);
        return thing;
    }

    /// What is done with one of them.
    @FunctionalInterface
    interface Job<T> {
        void run(T thing) throws InterruptedException;
    }
}
