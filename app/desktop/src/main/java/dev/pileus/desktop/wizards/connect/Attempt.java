package dev.pileus.desktop.wizards.connect;

import dev.pileus.desktop.Lifetime;
import dev.pileus.desktop.Tasks;
import dev.pileus.model.connections.ClusterConnection;
import dev.pileus.model.connections.Opening;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// The newest try to get further. What it opens is closed when the next one begins or the wizard
/// ends, also when it arrives only then; unless it was handed over.
final class Attempt {
    private final Tasks tasks;
    private final Lifetime lifetime;
    private Lifetime newest;
    private volatile @Nullable ClusterConnection handedOver;

    Attempt(Tasks tasks, Lifetime lifetime) {
        this.tasks = tasks;
        this.lifetime = lifetime;
        this.newest = lifetime.child();
    }

    void open(
            Callable<Opening> work, Consumer<Opening> arrived, Consumer<? super Throwable> broke) {
        giveUp();
        var mine = newest;
        tasks.start("connect", mine, () -> kept(work.call(), mine), arrived, broke);
    }

    /// Does something more with what is open.
    <T> void goOn(Callable<T> work, Consumer<T> done, Consumer<? super Throwable> broke) {
        tasks.start("connect", newest, work, done, broke);
    }

    void giveUp() {
        newest.close();
        newest = lifetime.child();
    }

    void handOver(ClusterConnection cluster) {
        handedOver = cluster;
    }

    private Opening kept(Opening opening, Lifetime mine) {
        if (opening instanceof Opening.Opened(var cluster)) {
            mine.atEnd(() -> {
                if (!cluster.equals(handedOver)) {
                    cluster.close();
                }
            });
        }
        return opening;
    }
}
