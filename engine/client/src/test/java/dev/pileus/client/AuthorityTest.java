package dev.pileus.client;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pileus.trust.ServerTrust;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Servers without a pin: an authority must vouch for them, and for their name.
@Timeout(30)
class AuthorityTest {
    private static final String STORE = "javax.net.ssl.trustStore";
    private static final String PASSWORD = "javax.net.ssl.trustStorePassword";

    @TempDir Path directory;

    @AfterEach
    void forgetStore() {
        System.clearProperty(STORE);
        System.clearProperty(PASSWORD);
    }

    @Test
    void refusesTheRightCertificateUnderTheWrongName() throws Exception {
        try (var server = FakeServer.start()) {
            vouchFor(server);
            var settings =
                    ClientSettings.https(
                            List.of(server.endpoint()), ServerTrust.authorities(), null);
            try (var client = ServerClient.open(settings)) {
                var failure =
                        Failures.of(Failure.UntrustedServer.class, () -> client.server().get());
                assertThat(failure.presented()).isEqualTo(server.identity().certificate());
                assertThat(failure.expected()).isEmpty();
            }
            assertThat(server.requests()).isZero();
        }
    }

    @Test
    void refusesACertificateThatNobodyVouchesFor() throws Exception {
        try (var server = FakeServer.start();
                var client =
                        ServerClient.open(
                                ClientSettings.https(
                                        List.of(server.endpoint()),
                                        ServerTrust.authorities(),
                                        null))) {
            Failures.of(Failure.UntrustedServer.class, () -> client.server().get());
        }
    }

    /// As if the machine's admin had installed the certificate.
    private void vouchFor(FakeServer server) throws Exception {
        var store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        store.setCertificateEntry("server", server.identity().certificate());
        var file = directory.resolve("authorities.p12");
        try (OutputStream output = Files.newOutputStream(file)) {
            store.store(output, "password".toCharArray());
        }
        System.setProperty(STORE, file.toString());
        System.setProperty(PASSWORD, "password");
    }
}
