package dev.pileus.desktop;

import java.util.concurrent.Callable;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/// The only place that starts background work. Each piece runs on a virtual thread of its own and
/// belongs to a [Lifetime]. Its outcome arrives on the screen's thread: success or failure, exactly
/// once; neither when it was cancelled or its owner ended first.
public final class Tasks {
    private final Executor screen;

    public Tasks() {
        this(FxThread::run);
    }

    /// With another screen.
    ///
    /// @param screen where outcomes are delivered
    public Tasks(Executor screen) {
        this.screen = screen;
    }

    /// Starts work that has a result.
    ///
    /// @param name for thread dumps: what is done, e.g. `read remotes`
    /// @param work is interrupted when cancelled
    public <T> Running start(
            String name,
            Lifetime owner,
            Callable<T> work,
            Consumer<? super T> succeeded,
            Consumer<? super Throwable> failed) {
        var running = new Running();
        Runnable cancel = running::cancel;
        owner.atEnd(cancel);
        Runnable worker =
                () -> {
                    var outcome = outcome(work, succeeded, failed);
                    screen.execute(() -> {
                        owner.forget(cancel);
                        running.finish(outcome);
                    });
                };
        running.begin(Thread.ofVirtual().name(name).unstarted(worker));
        return running;
    }

    /// Starts work that only happens.
    public Running start(
            String name, Lifetime owner, Work work, Consumer<? super Throwable> failed) {
        Callable<Boolean> call =
                () -> {
                    work.run();
                    return true;
                };
        return start(name, owner, call, _ -> {}, failed);
    }

    private static <T> Runnable outcome(
            Callable<T> work, Consumer<? super T> succeeded, Consumer<? super Throwable> failed) {
        try {
            T result = work.call();
            return () -> succeeded.accept(result);
        } catch (Throwable failure) {
            return () -> failed.accept(failure);
        }
    }

    /// Work without a result.
    @FunctionalInterface
    public interface Work {
        void run() throws Exception;
    }
}
