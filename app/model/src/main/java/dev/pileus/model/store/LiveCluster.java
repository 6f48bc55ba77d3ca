package dev.pileus.model.store;

import dev.pileus.api.Event;
import dev.pileus.model.store.UnreadPart.Part;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The live image of one cluster: reads all parts, then keeps them up to date by events, and by
/// polls for what no event tells. A part that cannot be read keeps its last known values. Goes on
/// until it is closed, whatever fails meanwhile; the source is not closed with it. Thread-safe.
public final class LiveCluster implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(LiveCluster.class);

    private final Board board;
    private final OperationBook operations;
    private final InstanceReader instances;
    private final LinkWatch link;
    private final Readers readers;
    private final List<Consumer<Event>> eventSubscribers = new CopyOnWriteArrayList<>();
    private final Subscription events;

    private LiveCluster(ClusterSource source, Intervals intervals, InstantSource time) {
        board = new Board(time);
        operations = new OperationBook(intervals.finished());
        instances = new InstanceReader(source, board, intervals.instances());
        link = new LinkWatch(source, board);
        readers = new Readers(source, board, intervals, link, operations, instances);
        readers.start();
        events = source.listen(new EventListener());
    }

    /// Begins to read and returns at once.
    public static LiveCluster open(ClusterSource source, Intervals intervals, InstantSource time) {
        return new LiveCluster(source, intervals, time);
    }

    /// The newest image.
    public ClusterImage image() {
        return board.image();
    }

    /// Tells the image as it is, then every change, in order and on one thread. Subscribers hand
    /// over and return; a slow one delays the others.
    public Subscription subscribe(Consumer<ClusterUpdate> subscriber) {
        return board.subscribe(subscriber);
    }

    /// Tells every event from now on. What happened while no events arrived is missing here; it is
    /// in the images.
    public Subscription onEvent(Consumer<Event> subscriber) {
        eventSubscribers.add(subscriber);
        return () -> eventSubscribers.remove(subscriber);
    }

    /// Reads everything again soon, e.g. after a change by this console.
    public void refresh() {
        readers.askAll();
    }

    /// Waits until every part was read, or was refused, once.
    ///
    /// @return false if that takes longer
    public boolean awaitFirst(Duration limit) throws InterruptedException {
        return readers.awaitFirst(limit);
    }

    /// Waits until an image is as wanted.
    ///
    /// @return false if that takes longer
    public boolean awaitImage(Predicate<ClusterImage> wanted, Duration limit)
            throws InterruptedException {
        var seen = new CountDownLatch(1);
        try (var _ =
                subscribe(update -> {
                    if (wanted.test(update.image())) {
                        seen.countDown();
                    }
                })) {
            return seen.await(limit.toNanos(), TimeUnit.NANOSECONDS);
        }
    }

    /// Subscribers are told nothing more. Requests under way are given up.
    @Override
    public void close() {
        board.close();
        events.close();
        readers.close();
    }

    private void tell(Event event) {
        for (var subscriber : eventSubscribers) {
            try {
                subscriber.accept(event);
            } catch (RuntimeException failure) {
                LOG.error("A subscriber of events failed", failure);
            }
        }
    }

    private final class EventListener implements ClusterSource.Listener {
        /// What happened before was missed, so everything is read again.
        @Override
        public void connected() {
            link.live(true);
            refresh();
        }

        @Override
        public void lost() {
            link.live(false);
            readers.ask(Part.MEMBERS);
        }

        @Override
        public void event(Event event) {
            event.operation()
                    .ifPresent(operation -> {
                        var now = board.time().instant();
                        operations.heard(operation, now);
                        board.change(draft -> draft.operations(operations.operations(now)));
                    });
            EventRouter.outdated(event).forEach(readers::ask);
            var named = InstanceEvents.outdated(event);
            if (!named.isEmpty()) {
                named.forEach(instances::name);
                readers.ask(Part.INSTANCES);
            }
            tell(event);
        }
    }
}
