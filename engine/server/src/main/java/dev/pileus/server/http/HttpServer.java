package dev.pileus.server.http;

import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.eclipse.jetty.http.UriCompliance;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/// One Jetty with listeners that come and go.
public final class HttpServer implements AutoCloseable {
    private static final Duration IDLE = Duration.ofMinutes(5);

    private final Server server;
    private final ExecutorService threads;

    private HttpServer(Server server, ExecutorService threads) {
        this.server = server;
        this.threads = threads;
    }

    /// Starts it; nobody can reach it before the first listener is added.
    public static HttpServer start(RouteTable table, Authentication authentication) {
        var pool = new QueuedThreadPool();
        pool.setName("http");
        var server = new Server(pool);
        server.setStopTimeout(0);
        var threads =
                Executors.newThreadPerTaskExecutor(
                        Thread.ofVirtual().name("request-", 1).factory());
        var sockets = Sockets.of(server, threads);
        server.setHandler(
                new Api(
                        new Dispatcher(table, authentication),
                        new AnswerWriter(sockets, threads),
                        threads));
        server.setErrorHandler(new PlainErrors());
        try {
            server.start();
        } catch (Exception e) {
            throw new IllegalStateException("Jetty does not start", e);
        }
        return new HttpServer(server, threads);
    }

    Server jetty() {
        return server;
    }

    static HttpConnectionFactory http() {
        var configuration = new HttpConfiguration();
        configuration.setSendServerVersion(false);
        configuration.setUriCompliance(UriCompliance.RFC3986);
        return new HttpConnectionFactory(configuration);
    }

    /// @throws Exception what the connector throws when it cannot listen
    void add(Connector connector) throws Exception {
        server.addConnector(connector);
        try {
            connector.start();
        } catch (Exception e) {
            server.removeConnector(connector);
            throw e;
        }
    }

    static Duration idle() {
        return IDLE;
    }

    /// Ends all listeners and connections.
    @Override
    public void close() {
        try {
            server.stop();
        } catch (Exception e) {
            throw new IllegalStateException("Jetty does not stop", e);
        } finally {
            threads.shutdownNow();
        }
    }
}
