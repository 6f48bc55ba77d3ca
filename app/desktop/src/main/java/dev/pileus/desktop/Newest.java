package dev.pileus.desktop;

import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/// Work in the background that is always about the newest input: what comes while it is busy waits,
/// and of that only the last is taken. For the screen's thread.
public final class Newest<I, O> {
    private final Tasks tasks;
    private final String name;
    private final Lifetime owner;
    private final Function<? super I, ? extends O> work;
    private final Consumer<? super O> succeeded;
    private final Consumer<? super Throwable> failed;
    private boolean busy;
    private Optional<I> waiting = Optional.empty();

    public Newest(
            Tasks tasks,
            String name,
            Lifetime owner,
            Function<? super I, ? extends O> work,
            Consumer<? super O> succeeded,
            Consumer<? super Throwable> failed) {
        this.tasks = tasks;
        this.name = name;
        this.owner = owner;
        this.work = work;
        this.succeeded = succeeded;
        this.failed = failed;
    }

    public void take(I input) {
        if (busy) {
            waiting = Optional.of(input);
            return;
        }
        busy = true;
        tasks.<O>start(
                name,
                owner,
                () -> work.apply(input),
                result -> next(() -> succeeded.accept(result)),
                failure -> next(() -> failed.accept(failure)));
    }

    private void next(Runnable outcome) {
        outcome.run();
        busy = false;
        var input = waiting;
        waiting = Optional.empty();
        input.ifPresent(this::take);
    }
}
