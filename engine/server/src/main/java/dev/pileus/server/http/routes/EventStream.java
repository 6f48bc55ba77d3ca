package dev.pileus.server.http.routes;

import dev.pileus.api.Event;
import dev.pileus.database.Subscription;
import dev.pileus.domain.events.EventHub;
import dev.pileus.server.http.Socket;
import dev.pileus.server.http.SocketHandler;
import dev.pileus.server.http.Wire;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;

/// Sends events through a websocket until the other side closes it. Whoever reads too slowly is cut
/// off rather than served with gaps: clients connect again and look at everything anew.
final class EventStream implements SocketHandler {
    private static final int BACKLOG = 4096;
    private static final int SECONDS_BETWEEN_PINGS = 10;

    private final BlockingQueue<Event> backlog = new ArrayBlockingQueue<>(BACKLOG);
    private final AtomicReference<@Nullable Thread> reader = new AtomicReference<>();
    private final Subscription subscription;

    /// Listens from now on, before the client knows that it is heard: what it does next is not
    /// missed. Whoever never comes to read is forgotten when the backlog is full.
    ///
    /// @param wanted is asked for each event, and whether it happened on this member
    EventStream(EventHub events, BiPredicate<Event, Boolean> wanted) {
        subscription =
                events.subscribe((event, local) -> {
                    if (wanted.test(event, local) && !backlog.offer(event)) {
                        giveUp();
                    }
                });
    }

    private void giveUp() {
        var thread = reader.get();
        if (thread == null) {
            subscription.close();
        } else {
            thread.interrupt();
        }
    }

    @Override
    public void talk(Socket socket) throws InterruptedException {
        reader.set(Thread.currentThread());
        try {
            send(backlog, socket);
        } finally {
            subscription.close();
        }
    }

    private static void send(BlockingQueue<Event> backlog, Socket socket)
            throws InterruptedException {
        while (socket.isOpen()) {
            var event = backlog.poll(SECONDS_BETWEEN_PINGS, TimeUnit.SECONDS);
            if (event == null) {
                socket.ping();
            } else {
                socket.sendText(Wire.text(event));
            }
        }
    }
}
