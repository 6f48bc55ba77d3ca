package dev.pileus.server.members;

import dev.pileus.api.ApiException;
import dev.pileus.server.http.Socket;
import dev.pileus.server.http.SocketHandler;
import dev.pileus.server.http.SocketMessage;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.net.http.WebSocketHandshakeException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// Ties a client's websocket to one of another member: what comes in here goes out there.
final class SocketRelay implements SocketHandler {
    private static final Duration LOOK_ROUND = Duration.ofSeconds(10);

    /// How long the other member may take to say goodbye. Seconds.
    private static final int GOODBYE = 2;

    private final WebSocket far;
    private final Back back;

    private SocketRelay(WebSocket far, Back back) {
        this.far = far;
        this.back = back;
    }

    /// Connects to the other member; nothing is heard from it before somebody talks.
    ///
    /// @param uri of the other member, `wss://…`
    /// @throws ApiException what it refuses with
    static SocketRelay to(HttpClient client, URI uri) {
        var back = new Back();
        try {
            return new SocketRelay(client.newWebSocketBuilder().buildAsync(uri, back).get(), back);
        } catch (ExecutionException e) {
            throw refusal(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw refusal(e);
        }
    }

    /// The words of a refused handshake do not reach us.
    private static ApiException refusal(@Nullable Throwable cause) {
        var status =
                cause instanceof WebSocketHandshakeException refused
                        ? refused.getResponse().statusCode()
                        : 500;
        return switch (status) {
            case 403 -> new ApiException(403, "Forbidden");
            case 404 -> new ApiException(404, "not found");
            case 400 -> new ApiException(400, "Invalid request: no websocket is to be had there");
            default -> new ApiException(500, "Missing event connection with target cluster member");
        };
    }

    @Override
    public void talk(Socket near) throws InterruptedException {
        var pumping = Thread.currentThread();
        back.begin(near, far);
        var ending = back.ended.thenRun(pumping::interrupt);
        try {
            pump(near);
        } catch (InterruptedException e) {
            if (!back.ended.isDone()) {
                throw e;
            }
        } catch (ExecutionException e) {
            throw new InterruptedException("the other member ends the websocket");
        } finally {
            var ignored = ending.cancel(false);
            hangUp();
        }
    }

    private void pump(Socket near) throws InterruptedException, ExecutionException {
        while (near.isOpen() && !back.ended.isDone()) {
            var message = near.receive(LOOK_ROUND);
            if (message.isPresent()) {
                var sent =
                        switch (message.get()) {
                            case SocketMessage.Text(var text) -> far.sendText(text, true);
                            case SocketMessage.Binary(var bytes) -> far.sendBinary(bytes, true);
                        };
                sent.get();
            } else if (near.isOpen()) {
                near.ping();
            }
        }
    }

    /// What has been sent shall arrive.
    private void hangUp() {
        var ignored =
                far.sendClose(WebSocket.NORMAL_CLOSURE, "")
                        .whenComplete((sent, fault) ->
                                CompletableFuture.delayedExecutor(GOODBYE, TimeUnit.SECONDS)
                                        .execute(far::abort));
    }

    /// What the other member says.
    private static final class Back implements WebSocket.Listener {
        private final CompletableFuture<Boolean> ended = new CompletableFuture<>();
        private volatile @Nullable Socket near;
        private final StringBuilder text = new StringBuilder();
        private ByteBuffer bytes = ByteBuffer.allocate(0);

        void begin(Socket socket, WebSocket far) {
            near = socket;
            far.request(1);
        }

        private Socket near() {
            var socket = near;
            if (socket == null) {
                throw new IllegalStateException("nothing is heard before somebody talks");
            }
            return socket;
        }

        @Override
        public void onOpen(WebSocket far) {
            // nothing is asked for yet
        }

        @Override
        public @Nullable CompletionStage<?> onText(WebSocket far, CharSequence data, boolean last) {
            text.append(data);
            if (last) {
                pass(() -> near().sendText(text.toString()));
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
                pass(() -> near().sendBinary(whole));
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
