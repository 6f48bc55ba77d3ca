package dev.pileus.server.members;

import dev.pileus.server.http.Socket;
import dev.pileus.server.http.SocketHandler;
import dev.pileus.server.http.SocketMessage;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import org.jspecify.annotations.Nullable;

/// Ties a client's websocket to one of another member: what comes in here goes out there.
final class SocketRelay implements SocketHandler {
    private static final Duration LOOK_ROUND = Duration.ofSeconds(1);

    private final HttpClient client;
    private final URI uri;

    /// @param uri of the other member, `wss://…`
    SocketRelay(HttpClient client, URI uri) {
        this.client = client;
        this.uri = uri;
    }

    @Override
    public void talk(Socket near) throws InterruptedException {
        var back = new Back(near);
        try {
            var far = client.newWebSocketBuilder().buildAsync(uri, back).get();
            try {
                pump(near, far, back);
            } finally {
                far.abort();
            }
        } catch (ExecutionException e) {
            throw new InterruptedException("the other member ends the websocket");
        }
    }

    private static void pump(Socket near, WebSocket far, Back back)
            throws InterruptedException, ExecutionException {
        while (near.isOpen() && !back.ended.isDone()) {
            var message = near.receive(LOOK_ROUND);
            if (message.isPresent()) {
                var sent =
                        switch (message.get()) {
                            case SocketMessage.Text(var text) -> far.sendText(text, true);
                            case SocketMessage.Binary(var bytes) -> far.sendBinary(bytes, true);
                        };
                sent.get();
            }
        }
    }

    /// What the other member says.
    private static final class Back implements WebSocket.Listener {
        private final Socket near;
        private final CompletableFuture<Boolean> ended = new CompletableFuture<>();
        private final StringBuilder text = new StringBuilder();
        private ByteBuffer bytes = ByteBuffer.allocate(0);

        Back(Socket near) {
            this.near = near;
        }

        @Override
        public @Nullable CompletionStage<?> onText(WebSocket far, CharSequence data, boolean last) {
            text.append(data);
            if (last) {
                pass(() -> near.sendText(text.toString()));
                text.setLength(0);
            }
            far.request(1);
            return null;
        }

        @Override
        public @Nullable CompletionStage<?> onBinary(WebSocket far, ByteBuffer data, boolean last) {
            bytes =
                    ByteBuffer.allocate(bytes.remaining() + data.remaining())
                            .put(bytes)
                            .put(data)
                            .flip();
            if (last) {
                var whole = bytes;
                bytes = ByteBuffer.allocate(0);
                pass(() -> near.sendBinary(whole));
            }
            far.request(1);
            return null;
        }

        @Override
        public @Nullable CompletionStage<?> onClose(WebSocket far, int status, String reason) {
            ended.complete(true);
            return null;
        }

        @Override
        public void onError(WebSocket far, Throwable fault) {
            ended.complete(true);
        }

        private void pass(Sending sending) {
            try {
                sending.run();
            } catch (InterruptedException gone) {
                ended.complete(true);
            }
        }

        @FunctionalInterface
        private interface Sending {
            void run() throws InterruptedException;
        }
    }
}
