package dev.pileus.server.http;

import java.time.Duration;
import java.util.concurrent.Executor;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.websocket.server.ServerWebSocketContainer;

/// Turns connections into websockets.
final class Sockets {
    private static final long LARGEST_MESSAGE = 16L << 20;

    private final ServerWebSocketContainer container;
    private final Executor threads;

    private Sockets(ServerWebSocketContainer container, Executor threads) {
        this.container = container;
        this.threads = threads;
    }

    static Sockets of(Server server, Executor threads) {
        var container = ServerWebSocketContainer.ensure(server);
        // our own pings notice who is gone
        container.setIdleTimeout(Duration.ZERO);
        container.setMaxBinaryMessageSize(LARGEST_MESSAGE);
        container.setMaxTextMessageSize(LARGEST_MESSAGE);
        return new Sockets(container, threads);
    }

    static boolean isUpgrade(dev.pileus.server.http.Request request) {
        return request.header("Upgrade").equalsIgnoreCase("websocket");
    }

    void upgrade(SocketHandler handler, Request request, Response response, Callback callback) {
        var upgraded =
                container.upgrade(
                        (asked, answered, done) -> new JettySocket(handler, threads),
                        request,
                        response,
                        callback);
        if (!upgraded) {
            Response.writeError(request, response, callback, 400);
        }
    }
}
