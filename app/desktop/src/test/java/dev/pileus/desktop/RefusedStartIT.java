package dev.pileus.desktop;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import dev.pileus.client.Endpoint;
import dev.pileus.model.connections.ConnectionBook;
import dev.pileus.model.connections.IdentityChoice;
import dev.pileus.model.connections.SavedConnection;
import dev.pileus.testkit.IncusCluster;
import dev.pileus.testkit.RealIncus;
import dev.pileus.trust.Fingerprint;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The packaged console on a way that leads nowhere: one clear line, no trace of a stack, and an
/// exit code that scripts can act on.
@RealIncus
class RefusedStartIT {
    private static final int FAILED = 1;
    private static final int WRONG_USE = 2;
    private static final byte[] GARBAGE = new byte[10_000_000];
    private static final byte[] PLAIN_HTTP =
            "HTTP/1.1 400 Bad Request\r\nContent-Length: 0\r\n\r\n".getBytes(US_ASCII);

    @TempDir private Path home;

    private void refuses(String target, String reason) {
        refuses(FAILED, reason, "--connect=" + target, "--dump=" + home.resolve("map.json"));
    }

    private void refuses(int exitCode, String reason, String... arguments) {
        var ended = new PackagedConsole(home).run(arguments);
        assertThat(ended.errors())
                .startsWith("pileus: ")
                .contains(reason)
                .endsWith("\n")
                .containsOnlyOnce("\n");
        assertThat(ended.output()).isEmpty();
        assertThat(ended.exitCode()).isEqualTo(exitCode);
        assertThat(home.resolve("map.json")).doesNotExist();
    }

    @ParameterizedTest
    @CsvSource({
        "--size=3x, such as 1440x900",
        "--connect=a b, Neither an address nor a name",
        "--connect=http://127.0.0.1:1, http://127.0.0.1:1",
        "--shot=map.png, --connect",
    })
    void aWrongOption(String argument, String reason) {
        refuses(WRONG_USE, reason, argument);
    }

    @Test
    void anUnknownName() {
        refuses("nobody", "no connection or remote called nobody");
    }

    @Test
    void aPortWhereNothingListens() throws IOException {
        int port;
        try (var briefly = listening()) {
            port = briefly.getLocalPort();
        }
        refuses("127.0.0.1:" + port, "Nothing listens at https://127.0.0.1:" + port);
    }

    @Test
    void aHostThatNobodyKnows() {
        refuses("nowhere.invalid:8443", "The host of https://nowhere.invalid:8443 is not known");
    }

    @Test
    void aSocketThatIsNotThere() {
        var socket = home.resolve("unix.socket");
        refuses("unix:" + socket, "There is no server at unix:" + socket);
    }

    @Test
    void aServerThatAcceptsAndSaysNothing() throws IOException {
        try (var silent = listening()) {
            refuses(at(silent), "accepts connections but does not answer");
        }
    }

    @Test
    void aWebServerWithoutTls() throws IOException {
        try (var web = listening()) {
            Thread.startVirtualThread(() -> say(PLAIN_HTTP, web));
            refuses(at(web), "is no Incus or LXD server");
        }
    }

    @Test
    void aWebServerWithPagesForPeople() throws Exception {
        try (var web = OddServer.start()) {
            save(web.connection());
            refuses("odd", "is no Incus or LXD server");
        }
    }

    @Test
    void tenMegabytesOfGarbage() throws IOException {
        try (var babbling = listening()) {
            Thread.startVirtualThread(() -> say(GARBAGE, babbling));
            refuses(at(babbling), "is no Incus or LXD server");
        }
    }

    @Test
    void aCertificateThatIsNotKnown(IncusCluster incus) {
        refuses(incus.member("m1").hostAndPort(), incus.fingerprint());
    }

    @Test
    void anotherCertificateThanBefore(IncusCluster incus) throws IOException {
        save(connection(incus, "ab".repeat(32)));
        refuses("prod", "presents another certificate than before");
    }

    @Test
    void aServerThatDoesNotTrustUs(IncusCluster incus) throws IOException {
        save(connection(incus, incus.fingerprint()));
        refuses("prod", "does not trust this client yet");
    }

    @Test
    void aFileThatCannotBeWritten(IncusCluster incus) {
        refuses(
                FAILED,
                "What the window shows cannot be written: " + home,
                "--connect=unix:" + incus.socket("m1"),
                "--shot=" + home);
    }

    private static SavedConnection connection(IncusCluster incus, String pin) {
        return new SavedConnection(
                "prod",
                List.of(Endpoint.parse(incus.member("m1").address().toString())),
                Optional.of(new Fingerprint(pin)),
                new IdentityChoice.Own(),
                "");
    }

    private void save(SavedConnection connection) throws IOException {
        ConnectionBook.in(new PackagedConsole(home).settings()).save(connection);
    }

    private static ServerSocket listening() throws IOException {
        return new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
    }

    private static String at(ServerSocket socket) {
        return "127.0.0.1:" + socket.getLocalPort();
    }

    /// To everybody who connects, whatever they say.
    private static void say(byte[] words, ServerSocket server) {
        while (!server.isClosed()) {
            try (var connection = server.accept()) {
                connection.getOutputStream().write(words);
            } catch (IOException hungUp) {
                // as anybody would, or the end of the test
            }
        }
    }
}
