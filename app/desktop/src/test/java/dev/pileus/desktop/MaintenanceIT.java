package dev.pileus.desktop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.pileus.api.MemberStatus;
import dev.pileus.model.plan.Destination;
import dev.pileus.model.plan.EvacuationMode;
import dev.pileus.model.plan.EvacuationPlan;
import dev.pileus.model.store.ClusterImage;
import dev.pileus.testkit.IncusCluster;
import dev.pileus.testkit.LxdCluster;
import dev.pileus.testkit.PileusCluster;
import dev.pileus.testkit.RealCluster;
import dev.pileus.testkit.RealContainers;
import dev.pileus.testkit.RealIncus;
import dev.pileus.testkit.RealLxd;
import dev.pileus.testkit.RealPileus;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javafx.scene.control.Labeled;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.Pane;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;

/// Drags members of real clusters into maintenance and back, and looks at what the servers say.
@RealIncus
@RealLxd
@RealPileus
@ExtendWith(Desktop.class)
class MaintenanceIT {
    private static final Duration LONG = Duration.ofSeconds(60);
    private static final String TRAY = "#maintenance-tray";

    @TempDir private Path settings;
    private final FxRobot robot = new FxRobot();

    @Test
    void evacuatesAndRestoresByDragOnIncus(IncusCluster incus) throws Exception {
        evacuatesAndRestoresTheThird(incus);
    }

    @Test
    @RealContainers
    void evacuatesAndRestoresByDragOnPileus(PileusCluster pileus) throws Exception {
        evacuatesAndRestoresTheThird(pileus);
    }

    private void evacuatesAndRestoresTheThird(RealCluster cluster) throws Exception {
        cluster.tidy();
        // m1 holds so few that both instances of m3 go there, however fast the server is
        cluster.launch("c1", "m1");
        for (var name : List.of("c2", "c3", "c4")) {
            cluster.launch(name, "m2");
        }
        for (var name : List.of("c5", "c6")) {
            cluster.launch(name, "m3");
        }
        evacuatesAndRestores(cluster, "m3", "incus cluster evacuate m3");
    }

    @Test
    void evacuatesAndRestoresByDragOnLxd(LxdCluster lxd) throws Exception {
        lxd.tidy();
        for (int i = 1; i <= 4; i++) {
            lxd.launch("c" + i, "m" + (i % 2 + 1));
        }
        evacuatesAndRestores(lxd, "m2", "lxc cluster evacuate m2");
    }

    private void evacuatesAndRestores(RealCluster cluster, String member, String command)
            throws Exception {
        try (var window =
                new LiveConsole(settings, "--lang=en", "--theme=light", "--size=1440x900")) {
            window.connect(cluster.socket("m1"));
            var before = cluster.client("list", "-c", "nsL", "-f", "csv");
            var planned =
                    targets(
                            window.image(),
                            EvacuationPlan.of(window.image(), member, EvacuationMode.AUTOMATIC));

            hold("#card-" + member, window);
            robot.moveTo(window.middleOf(TRAY));
            Desktop.photograph(window.scene(), "dragging-" + cluster.getClass().getSimpleName());
            robot.release(MouseButton.PRIMARY);
            Desktop.settle();

            Desktop.photograph(window.scene(), "plan-" + cluster.getClass().getSimpleName());
            assertThat(text("#plan-commands", window)).isEqualTo(command);
            robot.clickOn("#plan-run");
            await("progress")
                    .atMost(LONG)
                    .pollInterval(Duration.ofMillis(50))
                    .until(() -> window.works("Evacuating " + member));
            finish(window, member, MemberStatus.EVACUATED);
            Desktop.photograph(window.scene(), "evacuated-" + cluster.getClass().getSimpleName());
            assertThat(locations(window.image())).isEqualTo(planned);
            robot.clickOn("#plan-cancel");
            Desktop.settle();
            Desktop.photograph(window.scene(), "tray-" + cluster.getClass().getSimpleName());

            hold("#card-" + member, window);
            robot.moveTo(window.middleOf("#card-m1"));
            robot.release(MouseButton.PRIMARY);
            Desktop.settle();
            robot.clickOn("#plan-run");
            finish(window, member, MemberStatus.ONLINE);
            Desktop.photograph(window.scene(), "restored-" + cluster.getClass().getSimpleName());
            assertThat(cluster.client("list", "-c", "nsL", "-f", "csv")).isEqualTo(before);
        }
    }

    /// Incus 6.0 gives up when an instance has nowhere to go, and leaves it stopped.
    @Test
    void saysWhatAFailedEvacuationLeftStoppedAndStartsItAgain(IncusCluster incus) throws Exception {
        incus.tidy();
        incus.launch("stuck", "m3");
        incus.client("cluster", "set", "m1", "scheduler.instance", "manual");
        incus.client("cluster", "set", "m2", "scheduler.instance", "manual");
        try (var window = new LiveConsole(settings, "--lang=en", "--size=1440x900")) {
            window.connect(incus.socket("m1"));
            hold("#card-m3", window);
            robot.moveTo(window.middleOf(TRAY));
            robot.release(MouseButton.PRIMARY);
            Desktop.settle();
            Desktop.photograph(window.scene(), "plan-nowhere");
            robot.clickOn("#plan-run");
            finish(window, "m3", MemberStatus.ONLINE);
            Desktop.photograph(window.scene(), "evacuation-failed");
            assertThat(incus.client("list", "-c", "nsL", "-f", "csv"))
                    .isEqualToIgnoringWhitespace("stuck,STOPPED,m3");

            robot.clickOn("#plan-start-again");
            await("the instance runs again")
                    .atMost(LONG)
                    .until(() -> !window.shows("#plan-start-again"));
            assertThat(incus.client("list", "-c", "nsL", "-f", "csv"))
                    .isEqualToIgnoringWhitespace("stuck,RUNNING,m3");
        } finally {
            incus.client("cluster", "unset", "m1", "scheduler.instance");
            incus.client("cluster", "unset", "m2", "scheduler.instance");
        }
    }

    @Test
    void changesNothingOnEscOrADropElsewhere(IncusCluster incus) throws Exception {
        incus.tidy();
        incus.launch("still", "m2");
        try (var window = new LiveConsole(settings, "--lang=en", "--size=1440x900")) {
            window.connect(incus.socket("m1"));
            var before = incus.client("cluster", "list", "-f", "csv");

            hold("#card-m2", window);
            robot.moveTo(window.middleOf(TRAY));
            robot.press(KeyCode.ESCAPE).release(KeyCode.ESCAPE);
            robot.release(MouseButton.PRIMARY);
            Desktop.settle();
            assertThat(window.shows("#plan-dialog")).isFalse();

            hold("#card-m2", window);
            robot.moveTo(window.middleOf("#card-m1"));
            robot.release(MouseButton.PRIMARY);
            Desktop.settle();
            assertThat(window.shows("#plan-dialog")).isFalse();
            assertThat(incus.client("cluster", "list", "-f", "csv")).isEqualTo(before);
        }
    }

    /// Presses a card and begins to drag it.
    private void hold(String selector, LiveConsole window) {
        var middle = window.middleOf(selector);
        robot.moveTo(middle).press(MouseButton.PRIMARY);
        robot.moveTo(middle.add(12, 12));
        Desktop.settle();
    }

    private static String text(String selector, LiveConsole window) {
        return FxThread.ask(() -> ((Labeled) window.node(selector)).getText());
    }

    private static boolean hasCondition(ClusterImage image, String member, MemberStatus wanted) {
        return image.member(member).filter(one -> one.condition() == wanted).isPresent();
    }

    /// Waits until the dialog tells how it ended and the map shows it.
    private static void finish(LiveConsole window, String member, MemberStatus wanted) {
        await("the outcome of the plan")
                .atMost(LONG)
                .until(() ->
                        FxThread.ask(() ->
                                !((Pane) window.node("#plan-outcome")).getChildren().isEmpty()));
        window.awaitImage(
                member + " is " + wanted, LONG, image -> hasCondition(image, member, wanted));
    }

    /// Where every instance will be: planned targets over present places.
    private static Map<String, String> targets(ClusterImage image, EvacuationPlan plan) {
        var targets = locations(image);
        for (var one : plan.instances()) {
            if (one.destination() instanceof Destination.MovesTo(var target)) {
                targets.put(one.instance(), target);
            }
        }
        return targets;
    }

    private static Map<String, String> locations(ClusterImage image) {
        var locations = new TreeMap<String, String>();
        image.instances().forEach(one -> locations.put(one.name(), one.location()));
        return locations;
    }
}
