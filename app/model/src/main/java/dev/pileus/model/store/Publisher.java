package dev.pileus.model.store;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Tells subscribers of new images: all on one thread, in order, each subscriber from its first
/// image on without a gap. Images that follow faster than the subscribers take them are told
/// together, as one delta; the last one is never lost. A subscriber that throws is logged and told
/// the next one all the same.
final class Publisher implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Publisher.class);
    private static final Issue UNTOLD = new Issue(0, ClusterImage.nothing());

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition news = lock.newCondition();
    private final List<Subscriber> subscribers = new ArrayList<>();
    private final Thread thread;
    private Issue newest;

    Publisher(ClusterImage first) {
        newest = new Issue(1, first);
        thread = Thread.ofVirtual().name("cluster-publisher").start(this::tellUntilClosed);
    }

    void publish(ClusterImage image) {
        locked(() -> newest = new Issue(newest.number() + 1, image));
    }

    Subscription subscribe(Consumer<ClusterUpdate> listener) {
        var subscriber = new Subscriber(listener);
        locked(() -> subscribers.add(subscriber));
        return () -> {
            subscriber.closed = true;
            locked(() -> subscribers.remove(subscriber));
        };
    }

    /// Nobody is told anything once this returns, except by a delivery that is under way.
    @Override
    public void close() {
        thread.interrupt();
    }

    private void locked(Runnable change) {
        lock.lock();
        try {
            change.run();
            news.signal();
        } finally {
            lock.unlock();
        }
    }

    private void tellUntilClosed() {
        try {
            while (true) {
                awaitRound().tell();
            }
        } catch (InterruptedException closed) {
            Thread.currentThread().interrupt();
        }
    }

    private Round awaitRound() throws InterruptedException {
        lock.lockInterruptibly();
        try {
            while (true) {
                var issue = newest;
                var behind = subscribers.stream().filter(each -> each.isBehind(issue)).toList();
                if (!behind.isEmpty()) {
                    return new Round(issue, behind);
                }
                news.await();
            }
        } finally {
            lock.unlock();
        }
    }

    private record Issue(long number, ClusterImage image) {}

    /// One issue and those who have not been told of it.
    private record Round(Issue issue, List<Subscriber> behind) {
        void tell() {
            long before = 0;
            @Nullable ClusterUpdate update = null;
            for (var subscriber : behind) {
                // most were told the same issue before, so its delta is computed once
                if (update == null || subscriber.told.number() != before) {
                    before = subscriber.told.number();
                    update = updateFrom(subscriber.told);
                }
                subscriber.tell(issue, update);
            }
        }

        private ClusterUpdate updateFrom(Issue told) {
            var delta = ClusterDelta.between(told.image(), issue.image());
            return new ClusterUpdate(issue.image(), delta);
        }
    }

    private static final class Subscriber {
        private final Consumer<ClusterUpdate> listener;
        private volatile boolean closed;

        /// Only the publisher's thread touches it.
        private Issue told = UNTOLD;

        private Subscriber(Consumer<ClusterUpdate> listener) {
            this.listener = listener;
        }

        private boolean isBehind(Issue issue) {
            return told.number() < issue.number();
        }

        private void tell(Issue issue, ClusterUpdate update) {
            var first = told.number() == 0;
            told = issue;
            if (closed || (update.delta().isEmpty() && !first)) {
                return;
            }
            try {
                listener.accept(update);
            } catch (RuntimeException | Error failure) {
                LOG.error("A subscriber of the cluster image failed", failure);
            }
        }
    }
}
