package dev.pileus.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.SoftAssertions.assertSoftly;

import dev.pileus.server.http.Access;
import dev.pileus.server.http.Route;
import dev.pileus.testkit.StockClients;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Walks every route of a server with what no decent client sends: each time the right status, and
/// nothing has changed afterwards.
@StockClients
class RouteWalkIT {
    /// What they do needs no body, and would end the test.
    private static final Set<String> WITHOUT_BODY = Set.of("/internal/shutdown");

    private static final Set<String> WITH_BODY = Set.of("POST", "PUT", "PATCH");

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
    void strangersGetNothing() {
        var before = everything();
        for (var peer : List.of(member.stranger(), member.unknown())) {
            assertSoftly(softly -> {
                for (var route : member.routes()) {
                    var reply = peer.ask(route.method(), path(route), "{}");
                    if (route.access() == Access.PUBLIC && route.method().equals("GET")) {
                        // what is there for everybody is a list, or a single thing that is not
                        softly.assertThat(reply.status())
                                .as(title(route))
                                .isEqualTo(path(route).contains("x1") ? 404 : 200);
                    } else {
                        softly.assertThat(reply.status()).as(title(route)).isEqualTo(403);
                        // an answer to HEAD has no body
                        softly.assertThat(reply.error())
                                .as(title(route))
                                .isEqualTo(route.method().equals("HEAD") ? "" : "not authorized");
                    }
                }
            });
        }
        assertThat(everything()).isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{",
                "[1,2]",
                "\"text\"",
                "7",
                "{} {}",
                "null",
                "{\"name\":{\"a\":1}",
                "\u0000"
            })
    void badDocumentsAreRefused(String body) {
        var before = everything();
        assertSoftly(softly ->
                bodyRoutes()
                        .forEach(route -> {
                            var reply = friend.ask(route.method(), path(route), body);
                            // or there is nothing there that could be changed
                            softly.assertThat(reply.status())
                                    .as(title(route) + " " + reply.error())
                                    .isIn(400, 404);
                            softly.assertThat(reply.json().path("error_code").intValue(0))
                                    .isEqualTo(reply.status());
                        }));
        assertThat(everything()).isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"config\":7}",
                "{\"config\":{\"core.https_address\":7,\"user.a\":7}}",
                "{\"name\":[],\"type\":{},\"status\":[],\"config\":[],\"server_name\":{},\"driver\":{}}",
                "{\"config\":{\"a\":{\"b\":\"c\"}},\"name\":\"x\"}"
            })
    void wrongTypesAreRefused(String body) {
        var before = everything();
        assertSoftly(softly ->
                bodyRoutes()
                        .forEach(route -> {
                            var reply = friend.ask(route.method(), path(route), body);
                            softly.assertThat(reply.status())
                                    .as(title(route) + " " + reply.error())
                                    .isBetween(400, 499);
                        }));
        assertThat(everything()).isEqualTo(before);
    }

    @Test
    void hugeDocumentsAreRefused() {
        var before = everything();
        var body = "{\"description\":\"" + "x".repeat(2 << 20) + "\"}";
        assertSoftly(softly ->
                bodyRoutes()
                        .forEach(route -> {
                            var reply = friend.ask(route.method(), path(route), body);
                            softly.assertThat(reply.status())
                                    .as(title(route) + " " + reply.error())
                                    .isIn(413, 404);
                        }));
        assertThat(everything()).isEqualTo(before);
    }

    @Test
    void unknownMethodsAreNotImplemented() {
        assertSoftly(softly -> {
            for (var route : member.routes()) {
                var reply = friend.ask("BREW", path(route), "");
                softly.assertThat(reply.status()).as(title(route)).isEqualTo(501);
                softly.assertThat(reply.error()).isEqualTo("not implemented");
            }
        });
    }

    @Test
    void unknownPathsAreNotFound() {
        assertSoftly(softly -> {
            for (var path : List.of("/2.0", "/1.0/", "/1.0/nothing", "/1.0/certificates/a/b")) {
                for (var peer : List.of(friend, member.stranger())) {
                    var reply = peer.get(path);
                    softly.assertThat(reply.status()).as(path).isEqualTo(404);
                    softly.assertThat(reply.error()).isEqualTo("not found");
                }
            }
        });
    }

    @Test
    void outdatedVersionsAreRefused() {
        var fingerprint = friend.get("/1.0/certificates").metadata().get(0).stringValue("");
        var before = everything();
        assertSoftly(softly -> {
            for (var path :
                    List.of(
                            "/1.0",
                            fingerprint,
                            "/1.0/profiles/default",
                            "/1.0/projects/default")) {
                var etag = friend.get(path).header("ETag");
                softly.assertThat(etag).as(path).matches("\"[0-9a-f]{64}\"");
                for (var method : List.of("PUT", "PATCH")) {
                    var reply = friend.ask(method, path, "{}", "If-Match", "\"beef\"");
                    softly.assertThat(reply.status()).as(method + " " + path).isEqualTo(412);
                    softly.assertThat(reply.error())
                            .isEqualTo(
                                    "ETag doesn't match: %s vs beef"
                                            .formatted(etag.replace("\"", "")));
                }
            }
        });
        assertThat(everything()).isEqualTo(before);
    }

    @Test
    void otherMembersAreNowhereToBeFound() {
        for (var path : List.of("/1.0?target=m2", "/1.0/resources?target=m2")) {
            var reply = friend.get(path);
            assertThat(reply.status()).as(path).isEqualTo(404);
            assertThat(reply.error()).isEqualTo("Cluster member not found");
        }
    }

    private static List<Route> bodyRoutes() {
        return member.routes().stream()
                .filter(route -> WITH_BODY.contains(route.method()))
                .filter(route -> route.access() != Access.MEMBER)
                .filter(route -> !WITHOUT_BODY.contains(route.path().toString()))
                .toList();
    }

    private static String path(Route route) {
        return route.path().toString().replaceAll("\\{\\w+}", "x1");
    }

    private static String title(Route route) {
        return route.method() + " " + route.path();
    }

    /// All documents that can be read without naming one.
    private static Map<String, String> everything() {
        var all = new TreeMap<String, String>();
        for (var route : member.routes()) {
            var path = route.path().toString();
            var changing = path.contains("resources") || path.contains("events");
            if (route.method().equals("GET") && !path.contains("{") && !changing) {
                all.put(path, friend.get(path + "?recursion=1").body());
            }
        }
        return all;
    }
}
