package dev.pileus.client;

import dev.pileus.trust.ClientIdentity;
import dev.pileus.trust.ServerTrust;
import java.io.IOException;
import java.net.InetAddress;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;

/// A TLS server for answers that no real Incus or LXD gives.
final class FakeServer implements AutoCloseable {
    private static final char[] NO_PASSWORD = {};

    private final MockWebServer server = new MockWebServer();
    private final ClientIdentity identity;

    private FakeServer(ClientIdentity identity) {
        this.identity = identity;
    }

    static FakeServer start() throws Exception {
        return start(Peers.stranger());
    }

    /// Presents the same certificate as another one, like the members of a cluster.
    static FakeServer start(ClientIdentity identity) throws Exception {
        var fake = new FakeServer(identity);
        fake.server.useHttps(context(identity).getSocketFactory());
        fake.server.start(InetAddress.getLoopbackAddress(), 0);
        return fake;
    }

    static SSLContext context(ClientIdentity identity)
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

    FakeServer answers(MockResponse... responses) {
        List.of(responses).forEach(server::enqueue);
        return this;
    }

    FakeServer answers(int status, String body) {
        return answers(new MockResponse.Builder().code(status).body(body).build());
    }

    FakeServer answersSync(String metadata) {
        return answers(
                200,
                """
                {"type":"sync","status":"Success","status_code":200,"operation":"",\
                "error_code":0,"error":"","metadata":%s}\
                """
                        .formatted(metadata));
    }

    FakeServer answersError(int httpStatus, int code, String text) {
        return answers(
                httpStatus,
                """
                {"type":"error","status":"","status_code":0,"operation":"",\
                "error_code":%d,"error":"%s","metadata":null}\
                """
                        .formatted(code, text));
    }

    Endpoint endpoint() {
        return new Endpoint.Https("127.0.0.1", server.getPort());
    }

    ClientIdentity identity() {
        return identity;
    }

    ServerTrust pin() {
        return ServerTrust.pinned(identity.fingerprint());
    }

    ClientSettings settings() {
        return ClientSettings.https(List.of(endpoint()), pin(), null);
    }

    ServerClient client() {
        return ServerClient.open(settings());
    }

    RecordedRequest takeRequest() throws InterruptedException {
        return server.takeRequest();
    }

    int requests() {
        return server.getRequestCount();
    }

    @Override
    public void close() {
        server.close();
    }
}
