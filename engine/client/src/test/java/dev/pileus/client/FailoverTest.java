package dev.pileus.client;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pileus.api.ClusterMember;
import dev.pileus.trust.ClientIdentity;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import mockwebserver3.MockResponse;
import mockwebserver3.SocketEffect;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// Which request goes where when members fail.
@Timeout(30)
class FailoverTest {
    private static final Timeouts SHORT =
            new Timeouts(Duration.ofMillis(500), Duration.ofMillis(500), Duration.ofSeconds(5));

    private final ClientIdentity shared = Peers.stranger();
    private FakeServer first;
    private FakeServer second;

    @BeforeEach
    void start() throws Exception {
        first = FakeServer.start(shared);
        second = FakeServer.start(shared);
    }

    @AfterEach
    void stop() {
        first.close();
        second.close();
    }

    private ServerClient client(FakeServer... servers) {
        var endpoints = Stream.of(servers).map(FakeServer::endpoint).toList();
        return ServerClient.open(ClientSettings.https(endpoints, first.pin(), null).with(SHORT));
    }

    @Test
    void readsFromTheNextWhenOneIsSilentAndStaysThere() {
        first.answers(stall());
        second.answersSync("{}").answersSync("{}");
        try (var client = client(first, second)) {
            client.cluster().get();
            client.cluster().get();
            assertThat(client.endpoints()).first().isEqualTo(second.endpoint());
        }
        assertThat(first.requests()).isEqualTo(1);
    }

    @Test
    void readsFromTheNextWhenOneHasNoDatabase() {
        first.answersError(503, 503, "Daemon is starting up");
        second.answersSync("{\"enabled\":true}");
        try (var client = client(first, second)) {
            assertThat(client.cluster().get().enabled()).isTrue();
        }
    }

    @Test
    void changesNothingTwice() {
        first.answers(stall());
        try (var client = client(first, second)) {
            Failures.of(Failure.NoAnswer.class, () -> client.groups().delete("g"));
        }
        assertThat(second.requests()).isZero();
    }

    @Test
    void changesAtTheNextWhenNothingWasSent() {
        first.close();
        second.answersSync("{}");
        try (var client = client(first, second)) {
            client.groups().delete("g");
        }
        assertThat(second.requests()).isEqualTo(1);
    }

    @Test
    void doesNotAskAnotherWhenTheServerSaysNo() {
        first.answersError(404, 404, "Cluster member not found");
        try (var client = client(first, second)) {
            Failures.of(Failure.Refused.class, () -> client.members().get("m9"));
        }
        assertThat(second.requests()).isZero();
    }

    @Test
    void reportsTheMostTellingOfAllFailures() throws Exception {
        first.close();
        try (var stranger = FakeServer.start();
                var client = client(first, stranger)) {
            var failure = Failures.of(() -> client.server().get());
            assertThat(failure.failure()).isInstanceOf(Failure.UntrustedServer.class);
            assertThat(failure.endpoint()).isEqualTo(stranger.endpoint());
            assertThat(failure.getSuppressed()).hasSize(1);
        }
    }

    @Test
    void learnsMembersAndForgetsThoseThatLeft() {
        first.answersSync(members(first, second)).answersSync(members(first));
        try (var client = client(first)) {
            assertThat(client.members().list()).extracting(ClusterMember::serverName).hasSize(2);
            assertThat(client.endpoints()).containsExactly(first.endpoint(), second.endpoint());
            client.members().list();
            assertThat(client.endpoints()).containsExactly(first.endpoint());
        }
    }

    @Test
    void asksOneOnlyWhenTold() {
        first.close();
        second.answersSync("{}");
        try (var client = client(first, second)) {
            Failures.of(
                    Failure.Unreachable.class, () -> client.only(first.endpoint()).cluster().get());
            client.only(second.endpoint()).cluster().get();
        }
    }

    @Test
    void usesNewConnectionsAfterARestart() throws Exception {
        first.answers(
                new MockResponse.Builder()
                        .body("{\"type\":\"sync\",\"metadata\":{}}")
                        .onResponseEnd(SocketEffect.ShutdownConnection.INSTANCE)
                        .build());
        first.answersSync("{}");
        try (var client = client(first)) {
            client.groups().delete("g");
            client.groups().delete("g");
        }
        assertThat(first.requests()).isEqualTo(2);
    }

    @Test
    void readsAgainWhenAnIdleConnectionTurnsOutDead() {
        first.answersSync("{}");
        first.answers(
                new MockResponse.Builder().onResponseStart(new SocketEffect.CloseSocket()).build());
        first.answersSync("{}");
        try (var client = client(first)) {
            client.cluster().get();
            client.cluster().get();
        }
        assertThat(first.requests()).isEqualTo(3);
    }

    private static MockResponse stall() {
        return new MockResponse.Builder().onResponseStart(SocketEffect.Stall.INSTANCE).build();
    }

    private static String members(FakeServer... servers) {
        return List.of(servers).stream()
                .map(server -> "{\"server_name\":\"m\",\"url\":\"" + server.endpoint() + "\"}")
                .toList()
                .toString();
    }
}
