package dev.pileus.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;

/// What comes through an event stream.
final class EventLog implements WebSocket.Listener, AutoCloseable {
    private final List<String> frames = new CopyOnWriteArrayList<>();
    private final AtomicInteger pings = new AtomicInteger();
    private final StringBuilder part = new StringBuilder();
    private final WebSocket socket;

    EventLog(HttpsPeer peer, String path) {
        socket = peer.listen(path, this);
    }

    /// Waits for a frame that has all of these in it.
    void await(String... texts) {
        Awaitility.await()
                .untilAsserted(() ->
                        assertThat(frames).anySatisfy(frame -> assertThat(frame).contains(texts)));
    }

    List<String> frames() {
        return List.copyOf(frames);
    }

    int pings() {
        return pings.get();
    }

    @Override
    public @Nullable CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
        part.append(data);
        if (last) {
            frames.add(part.toString());
            part.setLength(0);
        }
        from.request(1);
        return null;
    }

    @Override
    public @Nullable CompletionStage<?> onPing(WebSocket from, ByteBuffer message) {
        pings.incrementAndGet();
        from.request(1);
        return null;
    }

    @Override
    public void close() {
        socket.abort();
    }
}
