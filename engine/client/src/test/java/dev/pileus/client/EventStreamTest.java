package dev.pileus.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.pileus.api.Event;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import mockwebserver3.MockResponse;
import okhttp3.Response;
import okhttp3.WebSocket;
import okhttp3.WebSocketListener;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// Streams that break in ways that real servers rarely show.
@Timeout(30)
class EventStreamTest {
    private static final Timeouts SHORT =
            new Timeouts(Duration.ofMillis(500), Duration.ofMillis(500), Duration.ofSeconds(2));
    private static final String EVENT =
            """
            {"type":"lifecycle","metadata":{"action":"cluster-member-added"}}\
            """;

    private final EventRecorder recorder = new EventRecorder();
    private FakeServer server;
    private ServerClient client;

    @BeforeEach
    void start() throws Exception {
        server = FakeServer.start();
        client = ServerClient.open(server.settings().with(SHORT));
    }

    @AfterEach
    void stop() {
        client.close();
        server.close();
    }

    private EventStream follow() {
        return client.events(Set.of("lifecycle"), recorder);
    }

    private void accepts(WebSocketListener behaviour) {
        server.answersSync("{}");
        server.answers(new MockResponse.Builder().webSocketUpgrade(behaviour).build());
    }

    @Test
    void skipsFramesThatAreNoEvents() {
        accepts(says("garbage", "[]", "{\"type\":\"new-kind\"}", "null", EVENT));
        try (var _ = follow()) {
            await().until(() -> !recorder.actions().isEmpty());
        }
        assertThat(recorder.events())
                .extracting(Event::type)
                .containsExactly("new-kind", "lifecycle");
    }

    @Test
    void connectsAgainWhenTheServerSaysGoodbye() {
        accepts(saysGoodbye());
        accepts(says(EVENT));
        try (var _ = follow()) {
            await().until(() -> !recorder.actions().isEmpty());
        }
        assertThat(recorder.connections()).hasSize(2);
        assertThat(recorder.resyncs()).isEqualTo(1);
        assertThat(recorder.losses())
                .singleElement()
                .extracting(ClientException::failure)
                .isInstanceOf(Failure.ConnectionLost.class);
    }

    @Test
    void noticesAServerThatAnswersNoPing() throws Exception {
        try (var deaf = new DeafServer(server.identity())) {
            var settings = ClientSettings.https(List.of(deaf.endpoint()), server.pin(), null);
            try (var other = ServerClient.open(settings.with(SHORT));
                    var _ = other.events(Set.of(), recorder)) {
                await().until(() -> !recorder.losses().isEmpty());
            }
        }
        assertThat(recorder.connections()).hasSize(1);
        assertThat(recorder.losses().getFirst().failure()).isEqualTo(new Failure.NoAnswer());
    }

    @Test
    void saysWhyTheStreamIsRefused() {
        server.answersSync("{}").answersError(403, 403, "not authorized");
        try (var _ = follow()) {
            await().until(() -> !recorder.losses().isEmpty());
        }
        assertThat(recorder.losses().getFirst().failure()).isInstanceOf(Failure.NotTrusted.class);
    }

    @Test
    void saysWhenThereAreNoEvents() {
        server.answersSync("{}").answersSync("{}");
        try (var _ = follow()) {
            await().until(() -> !recorder.losses().isEmpty());
        }
        assertThat(recorder.losses().getFirst().failure()).isInstanceOf(Failure.NotAServer.class);
    }

    @Test
    void survivesAFaultOfTheReceiver() {
        accepts(says(EVENT, EVENT));
        var second = new CountDownLatch(2);
        var faulty =
                new EventReceiver() {
                    @Override
                    public void connected(Endpoint endpoint) {}

                    @Override
                    public void resyncNeeded() {}

                    @Override
                    public void event(Event event) {
                        second.countDown();
                        throw new IllegalStateException("a fault of the test");
                    }

                    @Override
                    public void lost(ClientException cause) {}
                };
        try (var _ = client.events(Set.of(), faulty)) {
            await().until(() -> second.getCount() == 0);
        }
    }

    @Test
    void endsWithItsClient() throws Exception {
        accepts(new Polite());
        var _ = follow();
        await().until(() -> !recorder.connections().isEmpty());
        client.close();
        assertThat(recorder.losses()).isEmpty();
        assertThat(server.requests()).isEqualTo(2);
    }

    @Test
    void tellsNothingAfterTheEnd() {
        accepts(new Polite());
        var stream = follow();
        await().until(() -> !recorder.connections().isEmpty());
        stream.close();
        server.close();
        assertThat(recorder.losses()).isEmpty();
    }

    private static WebSocketListener says(String... frames) {
        return new Polite() {
            @Override
            public void onOpen(WebSocket socket, Response response) {
                for (var frame : frames) {
                    socket.send(frame);
                }
            }
        };
    }

    private static WebSocketListener saysGoodbye() {
        return new Polite() {
            @Override
            public void onOpen(WebSocket socket, Response response) {
                socket.close(1001, "shutting down");
            }
        };
    }

    /// Answers a goodbye, as real servers do.
    private static class Polite extends WebSocketListener {
        @Override
        public void onClosing(WebSocket socket, int code, String reason) {
            socket.close(code, null);
        }
    }
}
