package dev.pileus.model.store;

import java.time.InstantSource;
import java.util.function.Consumer;

/// Holds the newest image. Changes are made one after the other, whichever thread they come from,
/// and published in that order.
final class Board implements AutoCloseable {
    private final InstantSource time;
    private final Publisher publisher = new Publisher(ClusterImage.nothing());
    private volatile ClusterImage image = ClusterImage.nothing();
    private boolean closed;

    Board(InstantSource time) {
        this.time = time;
    }

    ClusterImage image() {
        return image;
    }

    InstantSource time() {
        return time;
    }

    Subscription subscribe(Consumer<ClusterUpdate> subscriber) {
        return publisher.subscribe(subscriber);
    }

    /// What arrives after the closing is dropped: a read may have been under way.
    synchronized void change(Consumer<Draft> change) {
        if (closed) {
            return;
        }
        var draft = new Draft(image);
        draft.takenAt(time.instant());
        change.accept(draft);
        image = draft.image();
        publisher.publish(image);
    }

    @Override
    public synchronized void close() {
        closed = true;
        publisher.close();
    }
}
