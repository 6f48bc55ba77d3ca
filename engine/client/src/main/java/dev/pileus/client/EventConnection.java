package dev.pileus.client;

import dev.pileus.api.Event;
import dev.pileus.api.Json;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import okhttp3.Response;
import okhttp3.WebSocket;
import okhttp3.WebSocketListener;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;

/// One websocket to the events of one endpoint.
final class EventConnection extends WebSocketListener {
    private static final Logger LOG = LoggerFactory.getLogger(EventConnection.class);
    private static final int NORMAL_END = 1000;
    private static final Duration GOODBYE = Duration.ofSeconds(1);

    private final Calls calls;
    private final Endpoint endpoint;
    private final Request request;
    private final EventStream.Sink sink;
    private final CompletableFuture<ClientException> end = new CompletableFuture<>();
    private volatile long openedAt;
    private volatile boolean open;

    EventConnection(Calls calls, Endpoint endpoint, Request request, EventStream.Sink sink) {
        this.calls = calls;
        this.endpoint = endpoint;
        this.request = request;
        this.sink = sink;
    }

    /// Returns when the connection is over, with the reason. An interrupt closes it.
    ClientException follow() {
        try {
            // an ordinary answer first: a failed handshake of a websocket tells far less
            calls.only(endpoint).send(Request.root("GET"));
        } catch (ClientException e) {
            return e;
        }
        var socket = open();
        try {
            return end.get();
        } catch (InterruptedException e) {
            sayGoodbye(socket);
            Thread.currentThread().interrupt();
            return failed(new Failure.Interrupted(), e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("The end of a stream is always a reason", e);
        }
    }

    /// How long events arrived; zero when the connection never opened.
    Duration lifetime() {
        return open ? Duration.ofNanos(Math.max(1, System.nanoTime() - openedAt)) : Duration.ZERO;
    }

    @Override
    public void onOpen(WebSocket socket, Response response) {
        openedAt = System.nanoTime();
        open = true;
        sink.opened(endpoint);
    }

    @Override
    public void onMessage(WebSocket socket, String text) {
        try {
            var event = Json.mapper().readValue(text, Event.class);
            if (event != null) {
                sink.received(event);
            }
        } catch (JacksonException e) {
            LOG.warn("Unreadable event from {}: {}", endpoint, e.getOriginalMessage());
        }
    }

    @Override
    public void onClosing(WebSocket socket, int code, String reason) {
        socket.close(NORMAL_END, null);
        end.complete(failed(new Failure.ConnectionLost("closed by the server: " + reason), null));
    }

    @Override
    public void onFailure(WebSocket socket, Throwable fault, @Nullable Response response) {
        end.complete(explained(fault, response));
    }

    /// Leaves the server a moment to answer.
    private void sayGoodbye(WebSocket socket) {
        try {
            if (open && socket.close(NORMAL_END, null)) {
                end.get(GOODBYE.toMillis(), TimeUnit.MILLISECONDS);
            }
        } catch (InterruptedException | ExecutionException | TimeoutException e) {
            LOG.debug("{} did not say goodbye", endpoint);
        }
        socket.cancel();
    }

    private WebSocket open() {
        var timeouts = calls.timeouts();
        return calls.transport()
                .wire()
                .client(endpoint)
                .newBuilder()
                .callTimeout(timeouts.total())
                .pingInterval(timeouts.read())
                .build()
                .newWebSocket(request.at(endpoint).tag(Timeouts.class, timeouts).build(), this);
    }

    private ClientException explained(Throwable fault, @Nullable Response response) {
        if (response == null) {
            var progress = Progress.connected();
            return fault instanceof IOException e
                    ? failed(Faults.explain(e, endpoint, progress), e)
                    : failed(new Failure.ConnectionLost(Faults.text(fault)), fault);
        }
        try {
            new AnswerReader(endpoint, request).read(response);
            return failed(new Failure.NotAServer("no websocket for events"), fault);
        } catch (ClientException e) {
            return e;
        } catch (IOException e) {
            return failed(new Failure.ConnectionLost(Faults.text(e)), e);
        }
    }

    private ClientException failed(Failure failure, @Nullable Throwable cause) {
        return new ClientException(failure, endpoint, request.toString(), cause);
    }
}
