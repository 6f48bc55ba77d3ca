package dev.pileus.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.pileus.testkit.StockClients;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// How answers look on the wire (CONTRACT 1, 3.1, 5, 6).
@StockClients
class WireIT {
    private static final List<String> KEYS =
            List.of(
                    "type",
                    "status",
                    "status_code",
                    "operation",
                    "error_code",
                    "error",
                    "metadata");

    @TempDir static Path folder;
    private static TestMember member;
    private static HttpsPeer friend;

    @BeforeAll
    static void startMember() {
        member = TestMember.start(folder);
        friend = member.friend();
    }

    @AfterAll
    static void stopMember() {
        member.close();
    }

    @Test
    void everyEnvelopeHasAllSevenKeys() {
        var token = friend.ask("POST", "/1.0/certificates", "{\"type\":\"client\",\"token\":true}");
        assertThat(token.status()).isEqualTo(202);
        assertThat(token.header("Location"))
                .isEqualTo(token.json().path("operation").stringValue());
        for (var reply :
                List.of(
                        friend.get("/"),
                        friend.get("/1.0"),
                        friend.get("/1.0/warnings"),
                        friend.get("/nothing"),
                        token)) {
            assertThat(reply.json().propertyNames()).containsExactlyElementsOf(KEYS);
        }
        assertThat(friend.get("/1.0/warnings").metadata().isArray()).isTrue();
        assertThat(friend.get("/nothing").header("X-Content-Type-Options")).isEqualTo("nosniff");
    }

    @Test
    void strangersSeeWhatTheServerCanDoAndNothingElse() {
        var document = member.stranger().get("/1.0");
        assertThat(document.metadata().path("auth").stringValue()).isEqualTo("untrusted");
        assertThat(document.metadata().path("config").isEmpty()).isTrue();
        assertThat(document.metadata().has("environment")).isFalse();
        assertThat(document.metadata().path("api_extensions").size()).isPositive();
        assertThat(document.headers()).doesNotContainKey("ETag");
    }

    @Test
    void eachClientMeetsTheProductItKnows() {
        assertThat(product("Incus 6.0.4 (Linux)")).isEqualTo("incus");
        assertThat(product("LXD 5.0.2 (Linux)")).isEqualTo("lxd");
        assertThat(product("pileus/0.1")).isEqualTo("pileus");
        assertThat(product("curl/8")).isEqualTo("incus");
    }

    private static String product(String client) {
        return friend.ask("GET", "/1.0", "", "User-Agent", client)
                .metadata()
                .path("environment")
                .path("server")
                .stringValue();
    }

    @Test
    void acceptsAVersionWithAndWithoutQuotes() {
        for (var quote : List.of("\"", "")) {
            var etag = friend.get("/1.0").header("ETag").replace("\"", "");
            var body = "{\"config\":{\"user.x\":\"%d\"}}".formatted(System.nanoTime());
            assertThat(friend.ask("PATCH", "/1.0", body, "If-Match", quote + etag + quote).status())
                    .isEqualTo(200);
        }
    }

    @Test
    void unsetsByAnEmptyValueAndReplacesByPut() {
        friend.ask("PATCH", "/1.0", "{\"config\":{\"user.p\":\"1\",\"user.q\":\"2\"}}");
        friend.ask("PATCH", "/1.0", "{\"config\":{\"user.p\":\"\"}}");
        assertThat(config("user.p")).isEmpty();
        assertThat(config("user.q")).isEqualTo("2");
        var address = config("core.https_address");
        friend.ask(
                "PUT", "/1.0", "{\"config\":{\"core.https_address\":\"%s\"}}".formatted(address));
        assertThat(config("user.q")).isEmpty();
    }

    private static String config(String key) {
        return friend.get("/1.0").metadata().path("config").path(key).stringValue("");
    }

    @Test
    void eventsNeedAWebsocketAndATypeThatExists() {
        var plain = friend.get("/1.0/events");
        assertThat(plain.status()).isEqualTo(400);
        var bogus = friend.get("/1.0/events?type=bogus");
        assertThat(bogus.status()).isEqualTo(400);
        assertThat(bogus.error()).isEqualTo("\"bogus\" isn't a supported event type");
    }

    @Test
    void streamsOnlyTheTypesThatWereAskedFor() {
        try (var operations = new EventLog(friend, "/1.0/events?type=operation");
                var all = new EventLog(friend, "/1.0/events")) {
            friend.ask(
                    "PATCH",
                    "/1.0",
                    "{\"config\":{\"user.e\":\"%d\"}}".formatted(System.nanoTime()));
            friend.ask("POST", "/1.0/certificates", "{\"type\":\"client\",\"token\":true}");
            all.await("config-updated");
            operations.await("\"class\":\"token\"");
            assertThat(operations.frames())
                    .allSatisfy(frame -> assertThat(frame).contains("\"type\":\"operation\""));
            await().atMost(Duration.ofSeconds(15)).until(() -> all.pings() > 0);
        }
    }

    @Test
    void operationsCanBeFoundWaitedForAndCancelled() {
        var path =
                friend.ask("POST", "/1.0/certificates", "{\"type\":\"client\",\"token\":true}")
                        .header("Location");
        assertThat(friend.get(path).metadata().path("status").stringValue()).isEqualTo("Running");
        assertThat(friend.get(path + "/wait?timeout=0").metadata().path("status_code").intValue())
                .isEqualTo(103);
        assertThat(friend.get(path + "/wait?timeout=x").status()).isEqualTo(400);
        assertThat(friend.get("/1.0/operations").metadata().path("running").toString())
                .contains(path);
        assertThat(friend.ask("DELETE", path, "").status()).isEqualTo(200);
        assertThat(friend.get(path).metadata().path("status").stringValue()).isEqualTo("Cancelled");
        assertThat(friend.ask("DELETE", path, "").status()).isEqualTo(404);
        assertThat(friend.get("/1.0/operations/x/wait").error()).isEqualTo("Operation not found");
    }

    @Test
    void certificatesAreRefusedInTheStockWords() {
        assertRefused(
                400, "Invalid certificate type", "{\"type\":\"bogus\",\"certificate\":\"aGk=\"}");
        assertRefused(
                400,
                "illegal base64 data at input byte 0",
                "{\"type\":\"client\",\"certificate\":\"!!!!\"}");
        assertRefused(400, "Client is already trusted", "{\"type\":\"client\"}");
        assertRefused(
                400,
                "Can't use certificate if token is requested",
                "{\"type\":\"client\",\"token\":true,\"certificate\":\"aGk=\"}");
        assertRefused(
                400,
                "Tokens can only be issued for client certificates",
                "{\"type\":\"metrics\",\"token\":true}");
        assertThat(friend.get("/1.0/certificates/ffff").error()).isEqualTo("Certificate not found");
    }

    @Test
    void strangersAreRefusedWhateverTheyTry() {
        for (var body :
                List.of(
                        "{}",
                        "{\"type\":\"client\",\"token\":true}",
                        "{\"type\":\"client\",\"password\":\"guess\"}",
                        "{\"type\":\"client\",\"trust_token\":\"garbage\"}",
                        "{\"type\":\"server\",\"name\":\"m2\",\"password\":\"guess\"}")) {
            for (var peer : List.of(member.stranger(), member.unknown())) {
                var reply = peer.ask("POST", "/1.0/certificates", body);
                assertThat(reply.status()).as(body).isEqualTo(403);
                assertThat(reply.error()).isEqualTo("not authorized");
            }
        }
    }

    private static void assertRefused(int status, String text, String body) {
        var reply = friend.ask("POST", "/1.0/certificates", body);
        assertThat(reply.error()).isEqualTo(text);
        assertThat(reply.status()).isEqualTo(status);
    }
}
