package dev.pileus.client;

import dev.pileus.api.Event;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What happens in a cluster, as it happens. Connects again when the connection breaks, to each
/// endpoint in turn, until closed. Thread-safe.
public final class EventStream implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(EventStream.class);
    private static final Duration SHORTEST_PAUSE = Duration.ofMillis(250);
    private static final int LONGEST_PAUSE_STEP = 6;

    /// A connection that lived as long as this was a good one: the next attempt follows at once.
    private static final Duration STABLE = Duration.ofSeconds(10);

    private final Calls calls;
    private final Request request;
    private final EventReceiver receiver;
    private final Object telling = new Object();
    private final CountDownLatch closed = new CountDownLatch(1);
    private final Thread thread = Thread.ofVirtual().name("pileus-events").unstarted(this::run);

    // of the stream's own thread
    private int failedRounds;

    // of the thread that receives, one at a time
    private volatile boolean connectedBefore;

    private EventStream(Calls calls, Request request, EventReceiver receiver) {
        this.calls = calls;
        this.receiver = receiver;
        this.request = request;
    }

    static EventStream start(Calls calls, Set<String> types, EventReceiver receiver) {
        var request =
                Request.of("GET", "events")
                        .query("type", String.join(",", types))
                        .query("all-projects", "true");
        return start(calls, request, receiver);
    }

    static EventStream start(Calls calls, Request request, EventReceiver receiver) {
        var stream = new EventStream(calls, request, receiver);
        calls.transport().wire().opened(stream);
        stream.thread.start();
        return stream;
    }

    /// Ends the stream. Waits for a call of the receiver that is under way; no other one begins.
    @Override
    public void close() {
        synchronized (telling) {
            closed.countDown();
        }
        thread.interrupt();
        calls.transport().wire().closed(this);
    }

    private void run() {
        try {
            while (closed.getCount() > 0) {
                var cause = round();
                tell(() -> receiver.lost(cause));
                if (closed.await(pause().toMillis(), TimeUnit.MILLISECONDS)) {
                    return;
                }
            }
        } catch (InterruptedException e) {
            LOG.debug("Event stream closed");
        }
    }

    /// Follows the first endpoint that lets it in, to the end of that connection.
    private ClientException round() {
        var failures = new ArrayList<ClientException>();
        for (var endpoint : calls.transport().addresses().inOrder()) {
            var connection = new EventConnection(calls, endpoint, request, new Sink());
            var cause = connection.follow();
            calls.transport().addresses().failed(endpoint);
            if (closed.getCount() == 0) {
                return cause;
            }
            if (connection.lifetime().isPositive()) {
                failedRounds = connection.lifetime().compareTo(STABLE) < 0 ? failedRounds + 1 : 0;
                return cause;
            }
            failures.add(cause);
        }
        failedRounds++;
        return Transport.mostTelling(failures);
    }

    private Duration pause() {
        return failedRounds == 0
                ? Duration.ZERO
                : SHORTEST_PAUSE.multipliedBy(1L << Math.min(failedRounds - 1, LONGEST_PAUSE_STEP));
    }

    /// A fault of the receiver must not end the stream.
    private void tell(Runnable call) {
        synchronized (telling) {
            if (closed.getCount() == 0) {
                return;
            }
            try {
                call.run();
            } catch (RuntimeException e) {
                LOG.error("The receiver of events from {} failed", calls.transport(), e);
            }
        }
    }

    /// What an [EventConnection] tells.
    final class Sink {
        void opened(Endpoint endpoint) {
            var again = connectedBefore;
            connectedBefore = true;
            calls.transport().addresses().worked(endpoint);
            tell(() -> receiver.connected(endpoint));
            if (again) {
                tell(receiver::resyncNeeded);
            }
        }

        void received(Event event) {
            tell(() -> receiver.event(event));
        }
    }
}
