package dev.pileus.server.http;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.eclipse.jetty.websocket.api.Callback;
import org.eclipse.jetty.websocket.api.Session;
import org.eclipse.jetty.websocket.api.StatusCode;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A websocket of Jetty's, made blocking: one message is asked for only when the last one has been
/// taken, so a slow reader slows the sender down. Public, because Jetty finds its methods by
/// reflection.
public final class JettySocket implements Session.Listener, Socket {
    private static final Logger LOG = LoggerFactory.getLogger(JettySocket.class);

    private final SocketHandler handler;
    private final Executor threads;
    private final BlockingQueue<SocketMessage> received = new LinkedBlockingQueue<>();
    private final Ending ending = new Ending();
    private final ReentrantLock sending = new ReentrantLock();
    private @Nullable Session session;

    JettySocket(SocketHandler handler, Executor threads) {
        this.handler = handler;
        this.threads = threads;
    }

    @Override
    public void onWebSocketOpen(Session opened) {
        session = opened;
        opened.demand();
        threads.execute(() -> talk(opened));
    }

    private void talk(Session opened) {
        var thread = Thread.currentThread();
        onClose(thread::interrupt);
        try {
            handler.talk(this);
            opened.close(StatusCode.NORMAL, "", Callback.NOOP);
        } catch (InterruptedException gone) {
            opened.disconnect();
        }
    }

    @Override
    public void onWebSocketText(String text) {
        received.add(new SocketMessage.Text(text));
    }

    @Override
    public void onWebSocketBinary(ByteBuffer payload, Callback callback) {
        var copy = ByteBuffer.allocate(payload.remaining()).put(payload).flip();
        callback.succeed();
        received.add(new SocketMessage.Binary(copy));
    }

    @Override
    public void onWebSocketPing(ByteBuffer payload) {
        session().sendPong(payload, Callback.NOOP);
        session().demand();
    }

    @Override
    public void onWebSocketPong(ByteBuffer payload) {
        session().demand();
    }

    @Override
    public void onWebSocketError(Throwable cause) {
        LOG.debug("A websocket broke", cause);
        ending.come();
    }

    @Override
    public void onWebSocketClose(int statusCode, @Nullable String reason, Callback callback) {
        ending.come();
        callback.succeed();
    }

    @Override
    public void sendText(String text) throws InterruptedException {
        send(callback -> session().sendText(text, callback));
    }

    @Override
    public void sendBinary(ByteBuffer bytes) throws InterruptedException {
        send(callback -> session().sendBinary(bytes, callback));
    }

    @Override
    public void ping() throws InterruptedException {
        var payload = ByteBuffer.wrap("keepalive".getBytes(StandardCharsets.US_ASCII));
        send(callback -> session().sendPing(payload, callback));
    }

    private void send(Consumer<Callback> send) throws InterruptedException {
        sending.lockInterruptibly();
        try {
            var sent = new CompletableFuture<@Nullable Void>();
            send.accept(Callback.from(() -> sent.complete(null), sent::completeExceptionally));
            sent.get();
        } catch (ExecutionException e) {
            LOG.debug("A websocket takes nothing any more", e);
            ending.come();
            throw new InterruptedException("The websocket is broken");
        } finally {
            sending.unlock();
        }
    }

    @Override
    public Optional<SocketMessage> receive(Duration patience) throws InterruptedException {
        var message = received.poll(patience.toNanos(), TimeUnit.NANOSECONDS);
        if (message != null) {
            session().demand();
        }
        return Optional.ofNullable(message);
    }

    @Override
    public boolean isOpen() {
        return !ending.hasCome();
    }

    @Override
    public void onClose(Runnable action) {
        ending.then(action);
    }

    private Session session() {
        if (session == null) {
            throw new IllegalStateException("The websocket is not open yet");
        }
        return session;
    }
}
