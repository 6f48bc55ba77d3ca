package dev.pileus.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.pileus.client.Failure.Unreachable;
import dev.pileus.client.Failure.Unreachable.Reason;
import dev.pileus.trust.ServerTrust;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import mockwebserver3.MockResponse;
import mockwebserver3.SocketEffect;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Nobody there, nobody who answers, or the wrong one: told apart, and never waited for without
/// end.
@Timeout(30)
class SilenceTest {
    private static final String GREETING = "SSH-2.0-OpenSSH_9.2\r\n";
    private static final Timeouts SHORT =
            new Timeouts(Duration.ofMillis(300), Duration.ofMillis(500), Duration.ofSeconds(2));

    @TempDir Path directory;

    @Test
    void nothingListens() throws Exception {
        int port;
        try (var socket = new ServerSocket(0)) {
            port = socket.getLocalPort();
        }
        assertThat(unreachable(new Endpoint.Https("127.0.0.1", port))).isEqualTo(Reason.REFUSED);
    }

    @Test
    void hostIsUnknown() {
        assertThat(unreachable(new Endpoint.Https("no-such-host.invalid", 8443)))
                .isEqualTo(Reason.HOST_UNKNOWN);
    }

    @Test
    void hostDoesNotTakeTheConnection() throws Exception {
        // with one waiting connection the queue is full, and the kernel ignores further ones
        try (var deaf = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                var _ = new Socket(deaf.getInetAddress(), deaf.getLocalPort());
                var _ = new Socket(deaf.getInetAddress(), deaf.getLocalPort())) {
            assertThat(unreachable(new Endpoint.Https("127.0.0.1", deaf.getLocalPort())))
                    .isEqualTo(Reason.TIMED_OUT);
        }
    }

    @Test
    void socketIsMissing() {
        assertThat(unreachable(new Endpoint.Unix(directory.resolve("unix.socket"))))
                .isEqualTo(Reason.NO_SOCKET);
    }

    @Test
    void socketIsAFile() throws Exception {
        var file = Files.createFile(directory.resolve("unix.socket"));
        assertThat(unreachable(new Endpoint.Unix(file))).isEqualTo(Reason.REFUSED);
    }

    @Test
    void serverIsSilentDuringTheHandshake() throws Exception {
        try (var silent = new ServerSocket(0)) {
            var endpoint = new Endpoint.Https("127.0.0.1", silent.getLocalPort());
            assertThat(failure(endpoint)).isInstanceOf(Failure.NoAnswer.class);
        }
    }

    @Test
    void serverIsSilentAfterTheRequest() throws Exception {
        try (var server = FakeServer.start();
                var client = ServerClient.open(server.settings().with(SHORT))) {
            server.answers(
                    new MockResponse.Builder()
                            .onResponseStart(SocketEffect.Stall.INSTANCE)
                            .build());
            Failures.of(Failure.NoAnswer.class, () -> client.server().get());
        }
    }

    @Test
    void serverDribbles() throws Exception {
        try (var server = FakeServer.start();
                var client = ServerClient.open(server.settings().with(SHORT))) {
            server.answers(
                    new MockResponse.Builder()
                            .body(" ".repeat(10_000))
                            .throttleBody(1, 100, TimeUnit.MILLISECONDS)
                            .build());
            Failures.of(Failure.NoAnswer.class, () -> client.server().get());
        }
    }

    @Test
    void serverSpeaksWithoutTls() throws Exception {
        try (var plain = new ServerSocket(0)) {
            Thread.startVirtualThread(() -> greet(plain));
            var endpoint = new Endpoint.Https("127.0.0.1", plain.getLocalPort());
            assertThat(failure(endpoint)).isInstanceOf(Failure.NotAServer.class);
        }
    }

    @Test
    void serverPresentsAnotherCertificate() throws Exception {
        var pinned = Peers.stranger().fingerprint();
        try (var server = FakeServer.start();
                var client =
                        ServerClient.open(
                                ClientSettings.https(
                                        List.of(server.endpoint()),
                                        ServerTrust.pinned(pinned),
                                        null))) {
            var failure = Failures.of(Failure.UntrustedServer.class, () -> client.server().get());
            assertThat(failure.presented()).isEqualTo(server.identity().certificate());
            assertThat(failure.expected()).contains(pinned);
            assertThat(server.requests()).isZero();
        }
    }

    @Test
    void firstLookShowsTheCertificateAndSendsNothing() throws Exception {
        try (var server = FakeServer.start()) {
            assertThat(FirstContact.presentedBy(server.endpoint(), SHORT))
                    .isEqualTo(server.identity().certificate());
            assertThat(server.requests()).isZero();
        }
    }

    @Test
    void interruptEndsARequestAtOnce() throws Exception {
        try (var silent = new ServerSocket(0);
                var client =
                        ServerClient.open(
                                settings(new Endpoint.Https("127.0.0.1", silent.getLocalPort())))) {
            var result = new CompletableFuture<Failure>();
            var thread =
                    Thread.startVirtualThread(() -> {
                        try {
                            client.server().get();
                        } catch (ClientException e) {
                            result.complete(
                                    Thread.currentThread().isInterrupted()
                                            ? e.failure()
                                            : new Failure.NoAnswer());
                        }
                    });
            await().until(() -> thread.getState() == Thread.State.WAITING);
            thread.interrupt();
            assertThat(result.get(5, TimeUnit.SECONDS)).isEqualTo(new Failure.Interrupted());
        }
    }

    @Test
    void closingTheClientEndsItsRequests() throws Exception {
        try (var silent = new ServerSocket(0)) {
            var endpoint = new Endpoint.Https("127.0.0.1", silent.getLocalPort());
            var client = ServerClient.open(settings(endpoint));
            var result = new CompletableFuture<Failure>();
            var thread =
                    Thread.startVirtualThread(() ->
                            result.complete(Failures.of(() -> client.server().get()).failure()));
            await().until(() -> thread.getState() == Thread.State.WAITING);
            client.close();
            assertThat(result.get(5, TimeUnit.SECONDS)).isEqualTo(new Failure.Interrupted());
            Failures.of(Failure.Interrupted.class, () -> client.server().get());
        }
    }

    private static Reason unreachable(Endpoint endpoint) {
        assertThat(failure(endpoint)).isInstanceOf(Unreachable.class);
        return ((Unreachable) failure(endpoint)).reason();
    }

    private static Failure failure(Endpoint endpoint) {
        try (var client = ServerClient.open(settings(endpoint).with(SHORT))) {
            return Failures.of(() -> client.server().get()).failure();
        }
    }

    private static ClientSettings settings(Endpoint endpoint) {
        return ClientSettings.https(List.of(endpoint), ServerTrust.nobody(), null);
    }

    private static void greet(ServerSocket plain) {
        try (var connection = plain.accept()) {
            connection.getOutputStream().write(GREETING.getBytes(StandardCharsets.US_ASCII));
            connection.getInputStream().readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
