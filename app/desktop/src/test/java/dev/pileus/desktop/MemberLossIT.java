package dev.pileus.desktop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.pileus.api.ClusterMember;
import dev.pileus.api.MemberStatus;
import dev.pileus.client.Endpoint;
import dev.pileus.desktop.actions.Entity;
import dev.pileus.desktop.i18n.Language;
import dev.pileus.desktop.map.MapDump;
import dev.pileus.desktop.theme.Swatch;
import dev.pileus.desktop.theme.Theme;
import dev.pileus.model.connections.ClusterConnection;
import dev.pileus.model.connections.Connector;
import dev.pileus.model.connections.Opening;
import dev.pileus.model.connections.SavedConnection;
import dev.pileus.model.store.ClusterImage;
import dev.pileus.model.store.Link;
import dev.pileus.testkit.IncusCluster;
import dev.pileus.testkit.Own;
import dev.pileus.testkit.PeerMember;
import dev.pileus.testkit.PileusCluster;
import dev.pileus.testkit.RealCluster;
import dev.pileus.testkit.RealIncus;
import dev.pileus.testkit.RealPileus;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import javafx.scene.image.WritableImage;
import javafx.scene.paint.Color;
import javafx.stage.Window;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/// Kills members of a real cluster and looks at the window meanwhile.
@ExtendWith(Desktop.class)
class MemberLossIT {
    abstract static class Contract {
        /// The peers notice after eleven seconds or more, and the console asks now and then.
        private static final Duration NOTICED = Duration.ofSeconds(90);

        private final RealCluster cluster;

        @TempDir private Path settings;

        Contract(RealCluster cluster) {
            this.cluster = cluster;
        }

        /// Whether each member has a running instance, so that its dots have a colour.
        abstract boolean populated();

        @Test
        void showsAKilledMemberOfflineAndBackAgain() throws Exception {
            var victim = followers().getLast();
            try (var complaints = Complaints.listen();
                    var window = window()) {
                window.connect(
                        cluster.socket(leader()),
                        image -> image.instances().isEmpty() != populated());
                cluster.killDaemon(victim);
                window.awaitImage(
                        victim + " is offline", NOTICED, is(victim, MemberStatus.OFFLINE));

                isShownOffline(victim, window);
                others(victim).forEach(member -> isShownOnline(member, window));
                assertThat(quorum(window)).isEqualTo("◆ Quorum 2 of 3 · survives no failure");
                assertThat(history(window)).contains(victim + " is Offline");
                photograph(victim, window);

                cluster.startDaemon(victim);
                window.awaitImage(victim + " is back", NOTICED, is(victim, MemberStatus.ONLINE));
                isShownOnline(victim, window);
                assertThat(quorum(window)).isEqualTo("◆ Quorum 3 of 3 · survives 1 failure");
                assertThat(history(window)).contains(victim + " is Online");
                assertThat(complaints.lines()).isEmpty();
            }
        }

        @Test
        void carriesOnWhenTheLeaderItTalksToIsKilled() throws Exception {
            cluster.awaitOnline();
            var leader = leader();
            try (var complaints = Complaints.listen();
                    var window = window()) {
                window.show(trusted(leader, window));
                window.awaitImage("live", NOTICED, image -> isLiveThrough(leader, image));
                assertThat(crowned(window)).containsExactly(leader);
                remembersTheWayToEveryMember(window);

                cluster.killDaemon(leader);
                window.awaitImage(
                        "live through another member",
                        NOTICED,
                        image ->
                                others(leader).stream().anyMatch(one -> isLiveThrough(one, image)));
                window.awaitImage(
                        "another leader",
                        NOTICED,
                        image ->
                                image.leader()
                                        .filter(now -> !now.name().equals(leader))
                                        .isPresent());
                assertThat(crowned(window)).hasSize(1).doesNotContain(leader);
                window.awaitImage(
                        leader + " is offline", NOTICED, is(leader, MemberStatus.OFFLINE));
                isShownOffline(leader, window);
                Desktop.photograph(window.scene(), "leader-lost");

                cluster.startDaemon(leader);
                window.awaitImage(leader + " is back", NOTICED, is(leader, MemberStatus.ONLINE));
                isShownOnline(leader, window);
                assertThat(FxThread.ask(() -> Window.getWindows().size())).isEqualTo(1);
                assertThat(window.console().shell().notices()).isEmpty();
                assertThat(complaints.lines()).isEmpty();
            }
        }

        private LiveConsole window() throws IOException {
            return new LiveConsole(settings, "--lang=en", "--theme=light", "--size=1440x900");
        }

        /// By a token, over HTTPS, knowing only the address of that member.
        private ClusterConnection trusted(String member, LiveConsole window) throws IOException {
            var connector = window.services().connector();
            var token = cluster.issueTrustToken("console");
            var issued = Connector.connection(token).orElseThrow();
            ((Opening.Opened) connector.openWithToken(issued, token)).cluster().close();
            var endpoint = Endpoint.parse(cluster.member(member).address().toString());
            var only =
                    new SavedConnection(
                            "prod", List.of(endpoint), issued.pin(), issued.identity(), "");
            window.services().book().save(only);
            return ((Opening.Opened) connector.open(only)).cluster();
        }

        /// At once: who knows whether this console ends in order.
        private void remembersTheWayToEveryMember(LiveConsole window) {
            await("all addresses saved")
                    .untilAsserted(() ->
                            assertThat(window.services().book().named("prod").orElseThrow())
                                    .extracting(saved -> saved.endpoints().size())
                                    .isEqualTo(cluster.members().size()));
        }

        private void isShownOffline(String member, LiveConsole window) {
            var card = window.card(member);
            assertThat(card.status()).isEqualTo("Offline");
            assertThat(card.message()).startsWith("No heartbeat for ");
            assertThat(window.texts("#card-" + member, ".member-condition"))
                    .singleElement()
                    .asString()
                    .startsWith("Offline since ");
            assertThat(window.texts("#card-" + member, ".member-message"))
                    .containsExactly(card.message());
            assertThat(shows(Swatch.IDLE, member, window)).as("grey dots").isEqualTo(populated());
            assertThat(shows(Swatch.RUNNING, member, window)).as("green dots").isFalse();
        }

        private void isShownOnline(String member, LiveConsole window) {
            await(member + " with its instance running")
                    .atMost(NOTICED)
                    .until(() -> shows(Swatch.RUNNING, member, window) == populated());
            assertThat(window.card(member).status()).isEqualTo("Online");
            assertThat(window.card(member).message()).isEqualTo("Fully operational");
            assertThat(window.texts("#card-" + member, ".member-condition")).isEmpty();
        }

        /// Whether a colour is on the card of a member.
        private boolean shows(Swatch swatch, String member, LiveConsole window) {
            return FxThread.ask(() -> {
                var look = window.console().shell().look();
                var picture = window.node("#card-" + member).snapshot(null, null);
                return has(look.palette().get().colour(swatch), picture);
            });
        }

        private boolean has(Color colour, WritableImage picture) {
            var pixels = picture.getPixelReader();
            var width = (int) picture.getWidth();
            return IntStream.range(0, width * (int) picture.getHeight())
                    .anyMatch(i -> pixels.getColor(i % width, i / width).equals(colour));
        }

        private List<String> crowned(LiveConsole window) {
            return window.map().cards().stream()
                    .filter(card -> card.badges().contains("leader"))
                    .map(MapDump.Card::name)
                    .toList();
        }

        private String quorum(LiveConsole window) {
            return FxThread.ask(() -> {
                var shell = window.console().shell();
                return shell.messages().get().text(shell.quorum().get().orElseThrow().text());
            });
        }

        private List<String> history(LiveConsole window) {
            return FxThread.ask(() -> {
                var messages = window.console().shell().messages().get();
                return window.console().activity().events().stream()
                        .map(event -> messages.text(event.what()))
                        .toList();
            });
        }

        private void photograph(String member, LiveConsole window) {
            var shell = window.console().shell();
            Desktop.act(() -> shell.selection().select(new Entity.Member(member)));
            Desktop.photograph(window.scene(), "offline-member-light");
            Desktop.act(() -> shell.look().show(Theme.DARK));
            Desktop.photograph(window.scene(), "offline-member-dark");
            Desktop.act(() -> shell.speak(Language.JAPANESE));
            Desktop.photograph(window.scene(), "offline-member-ja");
            Desktop.act(() -> {
                shell.look().show(Theme.LIGHT);
                shell.speak(Language.ENGLISH);
            });
            Desktop.settle();
        }

        private Predicate<ClusterImage> is(String member, MemberStatus status) {
            return image ->
                    image.member(member).filter(one -> one.condition() == status).isPresent();
        }

        private boolean isLiveThrough(String member, ClusterImage image) {
            return image.link() instanceof Link.Connected(var endpoint, var live)
                    && live
                    && endpoint.equals(cluster.member(member).address().toString());
        }

        private List<String> names() {
            return cluster.members().stream().map(PeerMember::name).toList();
        }

        private List<String> others(String member) {
            return names().stream().filter(name -> !name.equals(member)).toList();
        }

        private String leader() {
            return cluster.clusterMembers().stream()
                    .filter(ClusterMember::isLeader)
                    .map(ClusterMember::serverName)
                    .findFirst()
                    .orElseThrow();
        }

        private List<String> followers() {
            return others(leader());
        }
    }

    @Nested
    @RealIncus
    @TestInstance(TestInstance.Lifecycle.PER_CLASS)
    class OnIncus extends Contract {
        OnIncus(@Own IncusCluster incus) {
            super(incus);
            incus.members().forEach(one -> incus.launch("on-" + one.name(), one.name()));
        }

        @Override
        boolean populated() {
            return true;
        }
    }

    @Nested
    @RealPileus
    @TestInstance(TestInstance.Lifecycle.PER_CLASS)
    class OnPileus extends Contract {
        OnPileus(@Own PileusCluster engine) {
            super(engine);
        }

        @Override
        boolean populated() {
            return false;
        }
    }
}
