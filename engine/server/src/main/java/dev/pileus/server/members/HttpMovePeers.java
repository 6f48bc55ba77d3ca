package dev.pileus.server.members;

import dev.pileus.api.ApiException;
import dev.pileus.api.Envelope;
import dev.pileus.api.Json;
import dev.pileus.client.ClientException;
import dev.pileus.client.Failure;
import dev.pileus.client.InternalCalls;
import dev.pileus.client.Timeouts;
import dev.pileus.domain.evacuation.EvacuationPeers;
import dev.pileus.domain.members.Member;
import dev.pileus.domain.moves.MovePeers;
import dev.pileus.domain.moves.Receipt;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Carries instances to other members, and has them do their part, through [InternalMoveRoutes].
/// Thread-safe.
public final class HttpMovePeers implements MovePeers, EvacuationPeers {
    static final String PATH = "moves";

    private static final Logger LOG = LoggerFactory.getLogger(HttpMovePeers.class);

    /// As long as an instance needs to end, or to be carried over.
    private static final Timeouts LONG =
            new Timeouts(Duration.ofSeconds(2), Duration.ofDays(1), Duration.ofDays(1));

    private static final Timeouts GLANCE =
            new Timeouts(Duration.ofSeconds(2), Duration.ofSeconds(3), Duration.ofSeconds(3));

    private final Neighbours neighbours;

    public HttpMovePeers(Neighbours neighbours) {
        this.neighbours = neighbours;
    }

    @Override
    public Receipt deliver(Member to, String attempt, String snapshot, InputStream stream)
            throws IOException, InterruptedException {
        var path =
                "/internal/%s/arrivals/%s?snapshot=%s"
                        .formatted(
                                PATH, attempt, URLEncoder.encode(snapshot, StandardCharsets.UTF_8));
        var request =
                HttpRequest.newBuilder(URI.create("https://" + to.address() + path))
                        .header("Content-Type", "application/octet-stream")
                        .POST(BodyPublishers.ofInputStream(() -> stream))
                        .build();
        var answer = neighbours.http().current().send(request, BodyHandlers.ofByteArray());
        var envelope = Json.mapper().readValue(answer.body(), Envelope.class);
        if (answer.statusCode() != 200) {
            throw new ApiException(answer.statusCode(), to.name() + ": " + envelope.error());
        }
        return Json.mapper().treeToValue(envelope.metadata(), Receipt.class);
    }

    @Override
    public void haveCleared(Member member) {
        try {
            ask(member, internal -> tell(internal, "leftovers"));
        } catch (ApiException e) {
            LOG.info("{} will clear up later: {}", member.name(), e.text());
        }
    }

    @Override
    public void start(Member where, long instance) {
        ask(where, internal -> tell(internal, "starts", Long.toString(instance)));
    }

    @Override
    public boolean fetch(Member from, long instance) {
        return ask(
                        from,
                        internal ->
                                internal.post(
                                        Map.of(),
                                        Sent.class,
                                        PATH,
                                        "returns",
                                        Long.toString(instance)))
                .wasUp();
    }

    @Override
    public boolean answers(Member member) {
        try {
            var ignored = neighbours.clients().at(member.address()).within(GLANCE).server().get();
            return true;
        } catch (ClientException e) {
            return false;
        }
    }

    private static Map<String, String> tell(InternalCalls internal, String... path) {
        var segments = new String[path.length + 1];
        segments[0] = PATH;
        System.arraycopy(path, 0, segments, 1, path.length);
        internal.tell(Map.of(), segments);
        return Map.of();
    }

    private <T> T ask(Member member, Function<InternalCalls, T> call) {
        try {
            return call.apply(neighbours.clients().at(member.address()).within(LONG).internal());
        } catch (ClientException e) {
            throw e.failure() instanceof Failure.Refused(var status, var text)
                    ? new ApiException(status, text)
                    : new ApiException(500, String.valueOf(e.getMessage()));
        }
    }

    /// An instance has been sent home.
    record Sent(boolean wasUp) {}
}
