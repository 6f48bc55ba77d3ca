package dev.pileus.desktop.wizards.connect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pileus.desktop.Desktop;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/// Whatever listens there: a clear message, in time, and nothing typed is lost.
@ExtendWith(Desktop.class)
class HostileServersIT {
    @TempDir private Path directory;
    private WizardWindow window;

    @BeforeEach
    void open() throws IOException {
        window = WizardWindow.of(directory);
    }

    @AfterEach
    void close() {
        window.close();
    }

    @Test
    void nothingListens() throws IOException {
        var address = "127.0.0.1:" + HostileServer.freePort();
        window.giveAddress(address);
        assertThat(window.setback()).isEqualTo("Nothing listens at " + address + ".");
        assertThat(window.text("#connect-setback-words"))
                .contains("GET /1.0", "https://" + address);
        window.photograph("refused");
        assertThat(window.text("#connect-address")).isEqualTo(address);
        assertThat(window.canGoOn()).isTrue();
    }

    @Test
    void unknownHost() {
        window.giveAddress("no-such-host.invalid");
        assertThat(window.setback()).isEqualTo("The name in no-such-host.invalid:8443 is unknown.");
    }

    @Test
    void webServer() throws IOException {
        try (var server = HostileServer.html()) {
            passFingerprint(server);
            assertThat(window.setback())
                    .isEqualTo("Neither Incus nor LXD answers at " + server.address() + ".");
            window.photograph("not-a-server");
        }
    }

    @Test
    void tenMegabytesOfGarbageOverTls() throws IOException {
        try (var server = HostileServer.muchGarbage()) {
            passFingerprint(server);
            assertThat(window.setback())
                    .isEqualTo("Neither Incus nor LXD answers at " + server.address() + ".");
        }
    }

    @Test
    void garbageInsteadOfTls() throws IOException {
        try (var server = HostileServer.plainGarbage()) {
            window.giveAddress(server.address());
            assertThat(window.setback())
                    .isEqualTo("Neither Incus nor LXD answers at " + server.address() + ".");
        }
    }

    @Test
    void silence() throws IOException {
        try (var server = HostileServer.silent()) {
            window.giveAddress(server.address());
            assertThat(window.shows("#connect-waiting")).isTrue();
            window.photograph("waiting");
            assertThat(window.setback())
                    .isEqualTo(server.address() + " accepts connections, but does not answer.");
        }
    }

    @Test
    void silenceThatTheUserDoesNotWaitFor() throws IOException {
        try (var server = HostileServer.silent()) {
            window.giveAddress(server.address());
            window.click("#connect-cancel");
            assertThat(window.shows("#connect-waiting")).isFalse();
            assertThat(window.text("#connect-address")).isEqualTo(server.address());
            window.click("#connect-cancel");
            assertThat(window.shows("#connect-wizard")).isFalse();
        }
    }

    @Test
    void garbageInsteadOfAToken() {
        window.run("connect.add");
        window.click("#connect-way-token");
        window.type("#connect-token", "bm90IGEgdG9rZW4=");
        assertThat(window.canGoOn()).isFalse();
        assertThat(window.shows("#connect-token-facts .tone-danger")).isTrue();
        window.photograph("token-garbage");
    }

    private void passFingerprint(HostileServer server) {
        window.giveAddress(server.address());
        window.awaitShown("#connect-fingerprint");
        window.next();
    }
}
