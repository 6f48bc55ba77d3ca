package dev.pileus.desktop.wizards.connect;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import dev.pileus.trust.ClientCertificates;
import dev.pileus.trust.ClientIdentity;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.InstantSource;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/// What may listen at an address instead of Incus or LXD.
final class HostileServer implements Closeable {
    private static final int MUCH = 10 << 20;
    private static final ClientIdentity IDENTITY =
            new ClientCertificates(InstantSource.system(), new SecureRandom()).create("web");

    private final int port;
    private final Closeable server;

    private HostileServer(int port, Closeable server) {
        this.port = port;
        this.server = server;
    }

    /// A web server with a page.
    static HostileServer html() {
        var page = "<!doctype html><title>Welcome</title>".getBytes(StandardCharsets.UTF_8);
        return https(page);
    }

    /// TLS, and then 10 MB of nothing that makes sense.
    static HostileServer muchGarbage() {
        return https(garbage());
    }

    /// Accepts connections and says nothing.
    static HostileServer silent() throws IOException {
        var socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        return new HostileServer(socket.getLocalPort(), socket);
    }

    /// Talks at once, and no TLS.
    static HostileServer plainGarbage() throws IOException {
        var socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        var threads = Executors.newVirtualThreadPerTaskExecutor();
        threads.execute(() -> talk(socket));
        return new HostileServer(
                socket.getLocalPort(),
                () -> {
                    socket.close();
                    threads.shutdownNow();
                });
    }

    /// A port that nothing listens at.
    static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    String address() {
        return "127.0.0.1:" + port;
    }

    private static HostileServer https(byte[] answer) {
        try {
            var context = SSLContext.getInstance("TLS");
            context.init(keys(), null, null);
            var loopback = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
            var server = HttpsServer.create(loopback, 0);
            server.setHttpsConfigurator(new HttpsConfigurator(context));
            ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
            server.setExecutor(threads);
            server.createContext("/", exchange -> answer(exchange, answer));
            server.start();
            return new HostileServer(
                    server.getAddress().getPort(),
                    () -> {
                        server.stop(0);
                        threads.shutdownNow();
                    });
        } catch (GeneralSecurityException | IOException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static KeyManager[] keys() throws GeneralSecurityException, IOException {
        var store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        store.setKeyEntry(
                "web",
                IDENTITY.key(),
                new char[0],
                IDENTITY.chain().toArray(X509Certificate[]::new));
        var factory = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        factory.init(store, new char[0]);
        return factory.getKeyManagers();
    }

    private static void answer(HttpExchange exchange, byte[] answer) throws IOException {
        try (exchange;
                OutputStream body = exchange.getResponseBody()) {
            exchange.getResponseHeaders().set("Content-Type", "text/html");
            exchange.sendResponseHeaders(200, answer.length);
            body.write(answer);
        }
    }

    private static void talk(ServerSocket socket) {
        while (!socket.isClosed()) {
            try (var connection = socket.accept()) {
                connection.getOutputStream().write(garbage());
            } catch (IOException hungUp) {
                // the other side had enough, or the test is over
            }
        }
    }

    private static byte[] garbage() {
        var bytes = new byte[MUCH];
        new Random(1).nextBytes(bytes);
        return bytes;
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
