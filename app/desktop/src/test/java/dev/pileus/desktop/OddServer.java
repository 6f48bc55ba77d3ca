package dev.pileus.desktop;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import dev.pileus.client.Endpoint;
import dev.pileus.model.connections.IdentityChoice;
import dev.pileus.model.connections.SavedConnection;
import dev.pileus.trust.ClientCertificates;
import dev.pileus.trust.ClientIdentity;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/// Answers over HTTPS what no real Incus or LXD does. Trusts everybody, sends no events.
final class OddServer implements AutoCloseable {
    private static final char[] NO_PASSWORD = {};

    private final HttpServer server;
    private final ClientIdentity identity;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Map<String, String> metadata = new ConcurrentHashMap<>();

    private OddServer(HttpsServer server, ClientIdentity identity) {
        this.server = server;
        this.identity = identity;
    }

    static OddServer start() throws IOException, GeneralSecurityException {
        var identity =
                new ClientCertificates(InstantSource.system(), new SecureRandom()).create("odd");
        var address = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
        var server = HttpsServer.create(address, 0);
        server.setHttpsConfigurator(new HttpsConfigurator(context(identity)));
        var odd = new OddServer(server, identity);
        server.setExecutor(odd.threads);
        server.createContext("/", odd::answer);
        server.start();
        return odd;
    }

    private static SSLContext context(ClientIdentity identity)
            throws IOException, GeneralSecurityException {
        var store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        var chain = identity.chain().toArray(X509Certificate[]::new);
        store.setKeyEntry("server", identity.key(), NO_PASSWORD, chain);
        var keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(store, NO_PASSWORD);
        var context = SSLContext.getInstance("TLS");
        context.init(keys.getKeyManagers(), null, null);
        return context;
    }

    /// From now on a path is answered with this, whatever the query.
    ///
    /// @param json the `metadata` of the answer
    OddServer tells(String path, String json) {
        metadata.put(path, json);
        return this;
    }

    /// How to reach it, its certificate pinned.
    SavedConnection connection() {
        var endpoint = new Endpoint.Https("127.0.0.1", server.getAddress().getPort());
        return new SavedConnection(
                "odd",
                List.of(endpoint),
                Optional.of(identity.fingerprint()),
                new IdentityChoice.Own(),
                "");
    }

    /// What nobody has said is a page for people.
    private void answer(HttpExchange exchange) throws IOException {
        var told = metadata.get(exchange.getRequestURI().getPath());
        var body =
                told == null
                        ? "<html><body>It works!</body></html>"
                        : "{\"type\":\"sync\",\"status_code\":200,\"metadata\":" + told + "}";
        var bytes = body.getBytes(UTF_8);
        exchange.getRequestBody().readAllBytes();
        exchange.sendResponseHeaders(200, bytes.length);
        try (var output = exchange.getResponseBody()) {
            output.write(bytes);
        }
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
