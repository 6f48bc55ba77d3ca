package dev.pileus.server.http;

import dev.pileus.api.ApiException;
import dev.pileus.domain.config.ListenAddress;
import dev.pileus.domain.config.Listener;
import java.io.IOException;
import java.net.BindException;
import java.net.InetSocketAddress;
import java.util.List;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.SslConnectionFactory;
import org.jspecify.annotations.Nullable;

/// Listens on the network, where the configuration says, and moves when it says so. Thread-safe.
public final class TlsListener implements Listener {
    private static final int HIGHEST_PORT = 65_535;

    private final HttpServer server;
    private final TlsContext tls;
    private String address = "";
    private @Nullable ServerConnector connector;

    public TlsListener(HttpServer server, TlsContext tls) {
        this.server = server;
        this.tls = tls;
    }

    @Override
    public synchronized void moveTo(String next) {
        if (next.equals(address)) {
            return;
        }
        if (next.isEmpty()) {
            stop();
            return;
        }
        var place = place(next);
        try {
            replace(place);
        } catch (IOException e) {
            // Jetty's own words only name the address again
            var cause = e.getCause() instanceof BindException bind ? bind : e;
            throw refusal(next, String.valueOf(cause.getMessage()));
        }
        address = next;
    }

    /// Where it listens, `host:port`; several for a wildcard, none while it does not listen.
    public synchronized List<String> addresses() {
        return connector == null
                ? List.of()
                : Interfaces.reachable(address, connector.getLocalPort());
    }

    /// The new one first; where both cannot be at once, the old one comes back if the new one
    /// fails.
    private void replace(InetSocketAddress place) throws IOException {
        var old = connector;
        try {
            connector = open(place);
        } catch (IOException taken) {
            if (old == null || old.getLocalPort() != place.getPort()) {
                throw taken;
            }
            takeOver(old, place);
            return;
        }
        if (old != null) {
            end(old);
        }
    }

    private void takeOver(ServerConnector old, InetSocketAddress place) throws IOException {
        var before = end(old);
        try {
            connector = open(place);
        } catch (IOException e) {
            connector = open(before);
            throw e;
        }
    }

    private ServerConnector open(InetSocketAddress place) throws IOException {
        var http = HttpServer.http();
        var next =
                new ServerConnector(
                        server.jetty(),
                        new SslConnectionFactory(tls.factory(), http.getProtocol()),
                        http);
        next.setHost(place.getAddress().getHostAddress());
        next.setPort(place.getPort());
        next.setIdleTimeout(HttpServer.idle().toMillis());
        server.add(next);
        return next;
    }

    private void stop() {
        if (connector != null) {
            end(connector);
        }
        connector = null;
        address = "";
    }

    /// Afterwards its port is free for others.
    ///
    /// @return where it was
    private InetSocketAddress end(ServerConnector old) {
        var place = new InetSocketAddress(old.getHost(), old.getLocalPort());
        server.remove(old);
        FreedPort.await(place);
        return place;
    }

    private static InetSocketAddress place(String text) {
        var wanted = ListenAddress.parse(text).orElseThrow(() -> refusal(text, "it is no address"));
        int port;
        try {
            port = Integer.parseInt(wanted.port());
        } catch (NumberFormatException e) {
            throw refusal(text, "unknown port tcp/" + wanted.port());
        }
        if (port < 0 || port > HIGHEST_PORT) {
            throw refusal(text, "address " + port + ": invalid port");
        }
        var place =
                wanted.host().isEmpty()
                        ? new InetSocketAddress(port)
                        : new InetSocketAddress(wanted.host(), port);
        if (place.isUnresolved()) {
            throw refusal(text, "lookup " + wanted.host() + ": no such host");
        }
        return place;
    }

    private static ApiException refusal(String address, String why) {
        return new ApiException(
                500,
                "Cannot listen on network HTTPS socket \"%s\": listen tcp: %s"
                        .formatted(address, why));
    }
}
