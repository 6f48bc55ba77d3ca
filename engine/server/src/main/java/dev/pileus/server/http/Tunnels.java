package dev.pileus.server.http;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.HttpStream;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/// Turns connections into tunnels, and ends them with the server: Jetty would wait for them.
final class Tunnels implements AutoCloseable {
    private final Executor threads;
    private final Set<JettyTunnel> open = ConcurrentHashMap.newKeySet();

    Tunnels(Executor threads) {
        this.threads = threads;
    }

    void upgrade(Answer.Upgrade answer, Request request, Response response, Callback callback) {
        var endPoint = request.getConnectionMetaData().getConnection().getEndPoint();
        var tunnel = new JettyTunnel(endPoint, answer.handler(), threads, open::remove);
        open.add(tunnel);
        request.setAttribute(HttpStream.UPGRADE_CONNECTION_ATTRIBUTE, tunnel);
        response.setStatus(101);
        response.getHeaders().put(HttpHeader.UPGRADE, answer.protocol());
        response.getHeaders().put(HttpHeader.CONNECTION, HttpHeader.UPGRADE.asString());
        callback.succeeded();
    }

    @Override
    public void close() {
        open.forEach(JettyTunnel::close);
    }
}
