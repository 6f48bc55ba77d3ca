package dev.pileus.trust;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.security.KeyStore;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.InstantSource;
import java.util.concurrent.CompletableFuture;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509TrustManager;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Real handshakes with a server that asks for a client certificate.
class ServerTrustTest {
    private static final ClientCertificates CERTIFICATES =
            new ClientCertificates(InstantSource.system(), new SecureRandom());
    private static final char[] NO_PASSWORD = {};

    private final ClientIdentity server = CERTIFICATES.create("server");
    private final ClientIdentity client = CERTIFICATES.create("client");
    private SSLServerSocket socket;

    @BeforeEach
    void listen() throws Exception {
        var store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        store.setKeyEntry(
                "server", server.key(), NO_PASSWORD, new X509Certificate[] {server.certificate()});
        var keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(store, NO_PASSWORD);
        var context = SSLContext.getInstance("TLS");
        context.init(keys.getKeyManagers(), new TrustManager[] {new AnyClient()}, null);
        socket =
                (SSLServerSocket)
                        context.getServerSocketFactory()
                                .createServerSocket(0, 1, InetAddress.getLoopbackAddress());
        socket.setWantClientAuth(true);
    }

    @AfterEach
    void close() throws IOException {
        socket.close();
    }

    @Test
    void acceptsThePinnedCertificateAndShowsItsOwn() throws Exception {
        assertThat(handshake(ServerTrust.pinned(server.fingerprint())))
                .isEqualTo(client.certificate());
    }

    @Test
    void refusesAnotherCertificateThanThePinnedOne() {
        assertThatThrownBy(() -> handshake(ServerTrust.pinned(client.fingerprint())))
                .isInstanceOf(SSLException.class)
                .satisfies(e -> {
                    var refusal = refusal(e);
                    assertThat(refusal.presented()).isEqualTo(server.certificate());
                    assertThat(refusal.expected()).contains(client.fingerprint());
                });
    }

    @Test
    void showsWhatAnUnknownServerPresents() {
        for (var trust : new ServerTrust[] {ServerTrust.nobody(), ServerTrust.authorities()}) {
            assertThatThrownBy(() -> handshake(trust))
                    .isInstanceOf(SSLException.class)
                    .satisfies(e -> {
                        var refusal = refusal(e);
                        assertThat(refusal.presented()).isEqualTo(server.certificate());
                        assertThat(refusal.expected()).isEmpty();
                    });
        }
    }

    @Test
    void acceptsWhatAnAuthorityVouchesFor() throws Exception {
        var store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        store.setCertificateEntry("authority", server.certificate());
        var manager = AuthorityTrustManager.of(store);
        assertThat(manager.getAcceptedIssuers()).containsExactly(server.certificate());
        assertThatThrownBy(() -> manager.check(new X509Certificate[] {client.certificate()}, "EC"))
                .isInstanceOf(UntrustedCertificateException.class);
    }

    private X509Certificate handshake(ServerTrust trust) throws Exception {
        var seen = new CompletableFuture<X509Certificate>();
        Thread.startVirtualThread(() -> serve(seen));
        var context = SSLContext.getInstance("TLS");
        context.init(
                new KeyManager[] {client.keyManager()},
                new TrustManager[] {trust.trustManager()},
                null);
        try (var connection =
                (SSLSocket)
                        context.getSocketFactory()
                                .createSocket(socket.getInetAddress(), socket.getLocalPort())) {
            connection.startHandshake();
            assertThat(connection.getInputStream().read()).isEqualTo('!');
            return seen.get();
        }
    }

    private void serve(CompletableFuture<X509Certificate> seen) {
        try (var connection = (SSLSocket) socket.accept()) {
            connection.startHandshake();
            seen.complete((X509Certificate) connection.getSession().getPeerCertificates()[0]);
            connection.getOutputStream().write('!');
        } catch (IOException e) {
            seen.completeExceptionally(e);
        }
    }

    private static UntrustedCertificateException refusal(Throwable failure) {
        if (failure.getCause() instanceof UntrustedCertificateException refusal) {
            return refusal;
        }
        throw new AssertionError("not refused by the trust manager", failure);
    }

    private record AnyClient() implements X509TrustManager {
        @Override
        public void checkClientTrusted(X509Certificate[] chain, String authType) {
            // as Incus does: whoever comes, the server decides later what they may do
        }

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String authType) {
            throw new UnsupportedOperationException();
        }

        @Override
        public X509Certificate[] getAcceptedIssuers() {
            return new X509Certificate[0];
        }
    }
}
