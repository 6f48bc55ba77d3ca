package dev.pileus.model.actions;

import dev.pileus.client.ClientSettings;
import dev.pileus.client.Endpoint;
import dev.pileus.client.ServerClient;
import dev.pileus.trust.ClientCertificates;
import dev.pileus.trust.ClientIdentity;
import dev.pileus.trust.ServerTrust;
import java.io.IOException;
import java.net.InetAddress;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.InstantSource;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedDeque;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import mockwebserver3.SocketEffect;

/// A server whose answers to each path are given beforehand: real ones cannot be made to lose an
/// answer at the right moment.
final class Script implements AutoCloseable {
    private static final char[] NO_PASSWORD = {};

    private final MockWebServer server = new MockWebServer();
    private final Map<String, Deque<MockResponse>> responses = new ConcurrentHashMap<>();
    private final ClientIdentity identity =
            new ClientCertificates(InstantSource.system(), new SecureRandom()).create("script");

    static Script start() throws GeneralSecurityException, IOException {
        var script = new Script();
        script.server.setDispatcher(script.new Prompter());
        script.server.useHttps(context(script.identity).getSocketFactory());
        script.server.start(InetAddress.getLoopbackAddress(), 0);
        return script;
    }

    private static SSLContext context(ClientIdentity identity)
            throws GeneralSecurityException, IOException {
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

    ServerClient client() {
        var endpoint = new Endpoint.Https("127.0.0.1", server.getPort());
        var trust = ServerTrust.pinned(identity.fingerprint());
        return ServerClient.open(ClientSettings.https(List.of(endpoint), trust, identity));
    }

    /// Takes requests for the path and breaks the connection, so many times.
    Script losesAnswers(String path, int times) {
        for (int i = 0; i < times; i++) {
            then(
                    path,
                    new MockResponse.Builder()
                            .onResponseStart(new SocketEffect.CloseSocket())
                            .build());
        }
        return this;
    }

    Script begins(String path, String operation) {
        return says(path, "async", operation);
    }

    Script answers(String path, String metadata) {
        return says(path, "sync", metadata);
    }

    private Script says(String path, String type, String metadata) {
        return then(
                path,
                new MockResponse.Builder()
                        .body("{\"type\":\"" + type + "\",\"metadata\":" + metadata + "}")
                        .build());
    }

    private Script then(String path, MockResponse response) {
        responses.computeIfAbsent(path, _ -> new ConcurrentLinkedDeque<>()).add(response);
        return this;
    }

    /// The last response for a path is given again and again.
    private final class Prompter extends Dispatcher {
        @Override
        public MockResponse dispatch(RecordedRequest request) {
            var queue = responses.get(request.getUrl().encodedPath());
            if (queue == null) {
                return new MockResponse.Builder().code(404).build();
            }
            return queue.size() > 1 ? queue.remove() : queue.element();
        }
    }

    @Override
    public void close() {
        server.close();
    }
}
