package dev.pileus.server.http;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeoutException;
import org.eclipse.jetty.http.UriCompliance;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.SecureRequestCustomizer;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.handler.GracefulHandler;
import org.eclipse.jetty.util.HostPort;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// One Jetty with listeners that come and go.
public final class HttpServer implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(HttpServer.class);

    /// How long a stop waits for requests under way.
    private static final Duration LAST_ANSWERS = Duration.ofSeconds(2);

    private static final Duration IDLE = Duration.ofMinutes(5);

    /// Names in paths may hold what has a meaning elsewhere: they are split first and decoded then,
    /// and never become paths of files unchecked.
    private static final UriCompliance NAMES =
            UriCompliance.RFC3986.with(
                    "names",
                    UriCompliance.Violation.AMBIGUOUS_PATH_SEPARATOR,
                    UriCompliance.Violation.AMBIGUOUS_PATH_ENCODING,
                    UriCompliance.Violation.SUSPICIOUS_PATH_CHARACTERS);

    /// For requests that name no host, as HTTP/1.0 on a socket may.
    private static final HostPort NOBODY = new HostPort("localhost");

    /// Clients and members know a server by its certificate's fingerprint. The certificate of a
    /// cluster names the hosts of its first member only, and a given one perhaps none.
    private static final boolean ANY_HOST = false;

    private final Server server;
    private final ExecutorService threads;
    private final Tunnels tunnels;

    public HttpServer() {
        var pool = new QueuedThreadPool();
        pool.setName("http");
        server = new Server(pool);
        server.setStopTimeout(LAST_ANSWERS.toMillis());
        server.setErrorHandler(new PlainErrors());
        threads =
                Executors.newThreadPerTaskExecutor(
                        Thread.ofVirtual().name("request-", 1).factory());
        tunnels = new Tunnels(threads);
    }

    /// Starts it; nobody can reach it before the first listener is added.
    public void serve(RouteTable table, Authentication authentication) {
        var sockets = Sockets.of(server, threads);
        server.setHandler(
                new GracefulHandler(
                        new Api(
                                new Dispatcher(table, authentication),
                                new AnswerWriter(sockets, tunnels),
                                threads)));
        try {
            server.start();
        } catch (Exception e) {
            throw new IllegalStateException("Jetty does not start", e);
        }
    }

    Server jetty() {
        return server;
    }

    static HttpConnectionFactory http() {
        var configuration = new HttpConfiguration();
        configuration.setSendServerVersion(false);
        configuration.setUriCompliance(NAMES);
        configuration.setServerAuthority(NOBODY);
        configuration.addCustomizer(new SecureRequestCustomizer(ANY_HOST));
        return new HttpConnectionFactory(configuration);
    }

    /// @throws IOException if it cannot listen
    void add(Connector connector) throws IOException {
        server.addConnector(connector);
        try {
            connector.start();
        } catch (IOException e) {
            server.removeConnector(connector);
            throw e;
        } catch (Exception e) {
            server.removeConnector(connector);
            throw new IOException(e.getMessage(), e);
        }
    }

    /// Ends a listener and its connections.
    void remove(Connector connector) {
        server.removeConnector(connector);
        try {
            connector.stop();
        } catch (Exception e) {
            LOG.warn("A listener did not stop in order: {}", e.getMessage());
        }
    }

    static Duration idle() {
        return IDLE;
    }

    /// Ends all listeners and connections.
    @Override
    public void close() {
        tunnels.close();
        try {
            server.stop();
        } catch (TimeoutException e) {
            LOG.info("Requests that were still under way have been cut off");
        } catch (Exception e) {
            throw new IllegalStateException("Jetty does not stop", e);
        } finally {
            threads.shutdownNow();
        }
    }
}
