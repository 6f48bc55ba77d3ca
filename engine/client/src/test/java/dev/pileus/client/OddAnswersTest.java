package dev.pileus.client;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pileus.api.MemberStatus;
import java.io.IOException;
import mockwebserver3.MockResponse;
import mockwebserver3.MockResponseBody;
import mockwebserver3.SocketEffect;
import okio.BufferedSink;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Answers of servers that are broken, hostile, or something else.
@Timeout(60)
class OddAnswersTest {
    private FakeServer server;
    private ServerClient client;

    @BeforeEach
    void start() throws Exception {
        server = FakeServer.start();
        client = server.client();
    }

    @AfterEach
    void stop() {
        client.close();
        server.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "<html><body>It works!</body></html>",
                "null",
                "[]",
                "42",
                "{}",
                "{\"type\":\"sync\"",
                "{\"type\":\"surprise\"}",
                "{\"type\":{}}"
            })
    void recognisesWhatIsNoServer(String body) {
        server.answers(200, body);
        Failures.of(Failure.NotAServer.class, () -> client.cluster().get());
    }

    @Test
    void recognisesAnotherServerThatAnswersInTheSameEnvelopes() {
        server.answersSync("{\"ok\":true}");
        Failures.of(Failure.NotAServer.class, () -> client.server().get());
    }

    @Test
    void namesStatusAndTypeOfWhatIsNoServer() {
        server.answers(
                new MockResponse.Builder()
                        .code(502)
                        .addHeader("Content-Type", "text/html")
                        .body("<h1>Bad gateway</h1>")
                        .build());
        var failure = Failures.of(Failure.NotAServer.class, () -> client.cluster().get());
        assertThat(failure.detail()).contains("502").contains("text/html");
    }

    @Test
    void refusesTenMegabytesOfGarbage() {
        server.answers(200, "x".repeat(10_000_000));
        Failures.of(Failure.NotAServer.class, () -> client.cluster().get());
    }

    @Test
    void refusesAnEndlessAnswer() {
        server.answers(new MockResponse.Builder().body(new EndlessList()).build());
        var failure = Failures.of(Failure.Unreadable.class, () -> client.members().list());
        assertThat(failure.detail()).contains("64 MiB");
    }

    @Test
    void refusesDeepNesting() {
        server.answersSync("[".repeat(100_000) + "]".repeat(100_000));
        Failures.of(Failure.NotAServer.class, () -> client.members().list());
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "[]", "{}", "[null]"})
    void takesMissingListsForEmptyOnes(String nothing) {
        server.answersSync(nothing);
        assertThat(client.operations().list()).isEmpty();
    }

    @Test
    void survivesNullsEverywhere() {
        server.answersSync(
                """
                [{"server_name":"m1","roles":null,"groups":null,"config":null,"status":"Shimmering",\
                "message":null,"surprise":{"a":1}}]\
                """);
        assertThat(client.members().list())
                .singleElement()
                .satisfies(member -> {
                    assertThat(member.condition()).isEqualTo(MemberStatus.UNKNOWN);
                    assertThat(member.status()).isEqualTo("Shimmering");
                    assertThat(member.roles()).isEmpty();
                });
    }

    @Test
    void saysWhenAnAnswerHasAnotherShape() {
        server.answersSync("\"text\"").answersSync("[{\"server_name\":{}}]").answersSync("{}");
        Failures.of(Failure.Unreadable.class, () -> client.cluster().get());
        Failures.of(Failure.Unreadable.class, () -> client.members().list());
        Failures.of(Failure.Unreadable.class, () -> client.members().list());
    }

    @Test
    void believesTheEnvelopeMoreThanTheStatus() {
        server.answersError(200, 404, "Operation not found");
        var failure = Failures.of(() -> client.operations().get("x"));
        assertThat(failure.isRefusal(404)).isTrue();
    }

    @Test
    void repeatsTheServersWordsOnly() {
        server.answersError(500, 500, "Node still has the following instances: a, b");
        assertThat(Failures.of(() -> client.members().remove("m2", false)))
                .hasMessage(
                        "DELETE /1.0/cluster/members/m2 at %s: Node still has the following"
                                + " instances: a, b (500)",
                        server.endpoint());
    }

    @Test
    void tellsForbiddenFromUntrusted() {
        server.answersError(403, 403, "Cluster member is evacuated")
                .answersError(403, 403, "not authorized");
        Failures.of(Failure.Refused.class, () -> client.cluster().get());
        Failures.of(Failure.NotTrusted.class, () -> client.cluster().get());
    }

    @Test
    void saysWhenTheConnectionBreaksInTheMiddle() {
        server.answers(
                new MockResponse.Builder()
                        .body("{\"type\":\"sync\",\"metadata\":" + " ".repeat(100_000))
                        .onResponseBody(new SocketEffect.CloseSocket())
                        .build());
        Failures.of(Failure.ConnectionLost.class, () -> client.cluster().get());
    }

    @Test
    void saysWhenAnAnswerIsCutShort() {
        server.answers(
                new MockResponse.Builder()
                        .body("{\"type\":\"sy")
                        .setHeader("Content-Length", 1000)
                        .onResponseEnd(new SocketEffect.CloseSocket())
                        .build());
        Failures.of(Failure.ConnectionLost.class, () -> client.cluster().get());
    }

    @Test
    void introducesItselfByName() throws Exception {
        server.answersSync("{}");
        client.cluster().get();
        assertThat(server.takeRequest().getHeaders().get("User-Agent"))
                .matches("pileus/\\d+\\.\\d+.*");
    }

    @Test
    void encodesNamesInPaths() throws Exception {
        server.answersSync("{}");
        client.members().get("@x/y z?%");
        assertThat(server.takeRequest().getTarget())
                .isEqualTo("/1.0/cluster/members/@x%2Fy%20z%3F%25");
    }

    @Test
    void acceptsTheSameChangeAtOnceAndInTheBackground() {
        var operation = "{\"id\":\"7\",\"status\":\"%s\",\"status_code\":%d,\"err\":\"%s\"}";
        var started = operation.formatted("Running", 103, "");
        server.answersSync("{}")
                .answers(202, async(started))
                .answersSync(operation.formatted("Success", 200, ""))
                .answers(202, async(started))
                .answersSync(operation.formatted("Failure", 400, "disk is full"));

        client.groups().delete("a");
        client.groups().delete("b");
        var failure = Failures.of(Failure.Refused.class, () -> client.groups().delete("c"));

        assertThat(failure.text()).isEqualTo("disk is full");
    }

    private static String async(String operation) {
        return """
        {"type":"async","status":"Operation created","status_code":100,\
        "operation":"/1.0/operations/7?project=default","metadata":%s}\
        """
                .formatted(operation);
    }

    /// A list that never ends, well formed so far.
    private static final class EndlessList implements MockResponseBody {
        @Override
        public long getContentLength() {
            return -1;
        }

        @Override
        public void writeTo(BufferedSink sink) throws IOException {
            sink.writeUtf8("{\"type\":\"sync\",\"metadata\":[");
            var element = "\"" + "x".repeat(100_000) + "\",";
            while (true) {
                sink.writeUtf8(element);
                sink.flush();
            }
        }
    }
}
