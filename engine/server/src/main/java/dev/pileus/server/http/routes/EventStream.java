package dev.pileus.server.http.routes;

import dev.pileus.api.Event;
import dev.pileus.domain.events.EventHub;
import dev.pileus.server.http.Socket;
import dev.pileus.server.http.SocketHandler;
import dev.pileus.server.http.Wire;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.BiPredicate;

/// Sends events through a websocket until the other side closes it. Whoever reads too slowly is cut
/// off rather than served with gaps: clients connect again and look at everything anew.
final class EventStream implements SocketHandler {
    private static final int BACKLOG = 4096;
    private static final int SECONDS_BETWEEN_PINGS = 10;

    private final EventHub events;
    private final BiPredicate<Event, Boolean> wanted;

    /// @param wanted is asked for each event, and whether it happened on this member
    EventStream(EventHub events, BiPredicate<Event, Boolean> wanted) {
        this.events = events;
        this.wanted = wanted;
    }

    @Override
    public void talk(Socket socket) throws InterruptedException {
        var backlog = new ArrayBlockingQueue<Event>(BACKLOG);
        var reader = Thread.currentThread();
        var subscription =
                events.subscribe((event, local) -> {
                    if (wanted.test(event, local) && !backlog.offer(event)) {
                        reader.interrupt();
                    }
                });
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
