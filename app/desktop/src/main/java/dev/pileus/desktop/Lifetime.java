package dev.pileus.desktop;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Consumer;
import javafx.beans.InvalidationListener;
import javafx.beans.value.ChangeListener;
import javafx.beans.value.ObservableValue;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// How long a part of the window lives. What it listens to and what it started is released when it
/// ends, newest first; nothing outlives the part it was made for. Safe for any thread.
public final class Lifetime implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(Lifetime.class);

    private final Deque<Runnable> releases = new ArrayDeque<>();
    private boolean ended;

    /// Runs `release` at the end; at once when that has been already.
    public void atEnd(Runnable release) {
        synchronized (this) {
            if (!ended) {
                releases.push(release);
                return;
            }
        }
        release.run();
    }

    /// Forgets a release that is no longer needed.
    void forget(Runnable release) {
        synchronized (this) {
            releases.remove(release);
        }
    }

    /// A shorter life within this one.
    public Lifetime child() {
        var child = new Lifetime();
        Runnable end = child::close;
        atEnd(end);
        child.atEnd(() -> forget(end));
        return child;
    }

    public synchronized boolean hasEnded() {
        return ended;
    }

    /// Tells the value now and at each change.
    public <T> void follow(ObservableValue<T> value, Consumer<? super T> listener) {
        ChangeListener<T> change = (_, _, now) -> listener.accept(now);
        value.addListener(change);
        atEnd(() -> value.removeListener(change));
        listener.accept(value.getValue());
    }

    /// Runs now and after each change of the list.
    public <T> void follow(ObservableList<T> list, Runnable listener) {
        InvalidationListener change = _ -> listener.run();
        list.addListener(change);
        atEnd(() -> list.removeListener(change));
        listener.run();
    }

    @Override
    public void close() {
        Runnable release;
        while ((release = next()) != null) {
            try {
                release.run();
            } catch (RuntimeException failed) {
                log.error("A part of the window did not let go of something", failed);
            }
        }
    }

    private synchronized @Nullable Runnable next() {
        ended = true;
        return releases.poll();
    }
}
