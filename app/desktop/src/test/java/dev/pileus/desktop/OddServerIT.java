package dev.pileus.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pileus.api.Instance;
import dev.pileus.api.Json;
import dev.pileus.api.StatusCode;
import dev.pileus.desktop.actions.Entity;
import dev.pileus.desktop.map.MapDump;
import dev.pileus.desktop.shell.View;
import dev.pileus.model.connections.Opening;
import dev.pileus.model.store.ClusterImage;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ToggleButton;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.core.type.TypeReference;

/// The window on servers that answer as no real one does (yet): it shows what can be shown, in the
/// server's own words where it knows none, and nothing breaks.
@ExtendWith(Desktop.class)
class OddServerIT {
    private static final Duration SOON = Duration.ofSeconds(30);
    private static final int MANY_MEMBERS = 1_000;
    private static final int MANY_INSTANCES = 20_000;

    @TempDir private Path settings;

    @Test
    void showsRolesAndStatesThatItDoesNotKnow() throws Exception {
        try (var odd = server();
                var complaints = Complaints.listen();
                var window = window()) {
            odd.tells(
                            "/1.0/cluster/members",
                            """
                            [{"server_name":"a","url":"https://10.0.0.1:8443","status":"Dreaming",
                              "message":"of sheep","roles":["quantum-hub","database-leader"],
                              "failure_domain":"rack-z","groups":["g2","g1"]},
                             {"server_name":"b","url":"not a url","status":"ONLINE","roles":[""]}]
                            """)
                    .tells(
                            "/1.0/instances",
                            """
                            [{"name":"i","project":"default","location":"a","status":"Levitating",
                              "status_code":4711,"type":"teapot"},
                             {"name":"j","project":"default","location":"nowhere"}]
                            """);
            show(odd, window, 2);

            var known = window.card("a");
            assertThat(known.status()).isEqualTo("Dreaming");
            assertThat(known.message()).isEqualTo("of sheep");
            assertThat(known.badges()).containsExactly("leader", "voter", "quantum-hub");
            assertThat(known.lane()).isEqualTo("rack-z");
            assertThat(known.groups()).containsExactly("g1", "g2");
            assertThat(known.instances()).isEqualTo(Map.of("Levitating", 1L));
            assertThat(window.card("b").address()).isEqualTo("not a url");
            assertThat(window.texts("#card-a", ".member-condition")).containsExactly("Dreaming");
            visitsEverything(window, "a", "odd-words");
            assertThat(complaints.lines()).isEmpty();
        }
    }

    @Test
    void showsMembersOfWhichAlmostNothingIsTold() throws Exception {
        try (var odd = server();
                var complaints = Complaints.listen();
                var window = window()) {
            odd.tells(
                            "/1.0/cluster/members",
                            """
                            [{"server_name":"bare"},null,{},
                             {"server_name":"nulls","url":null,"status":null,"message":null,
                              "roles":null,"groups":null,"failure_domain":null,"config":null},
                             {"server_name":"gaps","roles":[null],"groups":[null],
                              "config":{"key":null}},
                             {"server_name":"bare","status":"Offline","message":"another one"}]
                            """)
                    .tells(
                            "/1.0/instances",
                            """
                            [{"name":"i"},null,{},{"location":"bare","config":{"key":null},
                              "expanded_devices":{"root":null},"profiles":[null]}]
                            """)
                    .tells("/1.0/cluster/groups", "[null,{},{\"name\":\"g\",\"members\":[null]}]")
                    .tells("/1.0/certificates", "[null,{},{\"certificate\":\"no PEM\"}]")
                    .tells("/1.0/warnings", "[null,{},{\"last_seen_at\":null}]")
                    .tells("/1.0/operations", "{\"running\":[null,{}],\"failure\":null}");
            show(odd, window, 3);

            assertThat(window.map().cards())
                    .extracting(MapDump.Card::name)
                    .containsExactly("bare", "gaps", "nulls");
            visitsEverything(window, "bare", "odd-gaps");
            assertThat(complaints.lines()).isEmpty();
        }
    }

    /// Prints how long the screen's thread is busy with an image, which depends on the machine.
    @Test
    void holdsAThousandMembers() throws Exception {
        try (var odd = server();
                var complaints = Complaints.listen();
                var window = window()) {
            odd.tells("/1.0/cluster/members", list(MANY_MEMBERS, OddServerIT::member))
                    .tells("/1.0/instances", list(MANY_INSTANCES, OddServerIT::running));
            show(odd, window, MANY_MEMBERS);
            window.awaitImage(
                    "all instances", SOON, image -> image.instances().size() == MANY_INSTANCES);
            Desktop.photograph(window.scene(), "thousand-members");

            var running = window.image();
            var stopped = withInstances(running, list(MANY_INSTANCES, OddServerIT::stopped));
            System.out.println("All instances stop, at a glance: " + update(stopped, window));
            Desktop.act(() -> zoomIn(window));
            Desktop.photograph(window.scene(), "thousand-members-close");
            System.out.println("All instances start, close by: " + update(running, window));
            System.out.println("All instances stop, close by: " + update(stopped, window));

            assertThat(cardsInSight(window)).as("cards that are nodes").isBetween(1, 50);
            var began = System.nanoTime();
            assertThat(window.map().cards()).hasSize(MANY_MEMBERS);
            System.out.println("All cards read: %d ms".formatted(since(began)));
            assertThat(complaints.lines()).isEmpty();
        }
    }

    private static long since(long began) {
        return (System.nanoTime() - began) / 1_000_000;
    }

    private static int cardsInSight(LiveConsole window) {
        return FxThread.ask(() -> window.scene().getRoot().lookupAll(".member-card").size());
    }

    /// Until the thread is free again, and until that has been drawn.
    private static String update(ClusterImage image, LiveConsole window) {
        var began =
                FxThread.ask(() -> {
                    window.console().cluster().show(image);
                    return System.nanoTime();
                });
        var shown = FxThread.ask(System::nanoTime) - began;
        Desktop.settle();
        var drawn = System.nanoTime() - began;
        return "%d ms, with six frames %d ms".formatted(shown / 1_000_000, drawn / 1_000_000);
    }

    private static ClusterImage withInstances(ClusterImage image, String instances) {
        return new ClusterImage(
                image.takenAt(),
                image.link(),
                image.server(),
                image.cluster(),
                image.members(),
                image.groups(),
                Json.mapper().readValue(instances, new TypeReference<List<Instance>>() {}),
                image.operations(),
                image.warnings(),
                image.certificates(),
                image.unread());
    }

    private static void zoomIn(LiveConsole window) {
        ((ButtonBase) window.node("#zoom")).fire();
    }

    private static String list(int size, IntFunction<String> entry) {
        return IntStream.range(0, size).mapToObj(entry).collect(Collectors.joining(",", "[", "]"));
    }

    private static String member(int i) {
        return """
        {"server_name":"node%1$d","url":"https://10.0.0.1:%1$d","status":"Online","database":true,
         "message":"Fully operational","roles":["%2$s"],"failure_domain":"rack-%3$d",
         "groups":["default"],"config":{}}
        """
                .formatted(i + 1, i == 0 ? "database-leader" : "event-hub", i % 20);
    }

    private static String running(int i) {
        return instance(i, "Running", StatusCode.RUNNING);
    }

    private static String stopped(int i) {
        return instance(i, "Stopped", StatusCode.STOPPED);
    }

    private static String instance(int i, String status, int code) {
        return """
        {"name":"c%d","project":"default","type":"container","status":"%s","status_code":%d,
         "location":"node%d"}
        """
                .formatted(i, status, code, i % MANY_MEMBERS + 1);
    }

    /// Tells of a cluster; the rest is up to the test, and what it leaves out is a web page.
    private static OddServer server() throws Exception {
        return OddServer.start()
                .tells("/1.0", "{\"auth\":\"trusted\",\"environment\":null}")
                .tells("/1.0/cluster", "{\"enabled\":true,\"server_name\":null}");
    }

    private LiveConsole window() throws IOException {
        return new LiveConsole(settings, "--lang=en", "--theme=light", "--size=1440x900");
    }

    private static void show(OddServer odd, LiveConsole window, int members) throws Exception {
        var opening = window.services().connector().open(odd.connection());
        window.show(((Opening.Opened) opening).cluster());
        window.awaitImage(members + " members", SOON, image -> image.members().size() == members);
    }

    /// Every view, and the inspector on a member.
    private static void visitsEverything(LiveConsole window, String member, String picture) {
        var shell = window.console().shell();
        Desktop.act(() -> shell.selection().select(new Entity.Member(member)));
        Desktop.photograph(window.scene(), picture);
        for (var mode : List.of("#byGroup", "#byRaft", "#byDomain")) {
            Desktop.act(() -> ((ToggleButton) window.node(mode)).fire());
            Desktop.settle();
        }
        for (var place : View.Place.values()) {
            Desktop.act(() -> shell.views().show(place));
            Desktop.settle();
        }
    }
}
