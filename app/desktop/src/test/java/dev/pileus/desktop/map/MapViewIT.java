package dev.pileus.desktop.map;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pileus.desktop.Desktop;
import dev.pileus.desktop.FxThread;
import dev.pileus.desktop.Lifetime;
import dev.pileus.desktop.SampleCluster;
import dev.pileus.desktop.Screens;
import dev.pileus.desktop.actions.Actions;
import dev.pileus.desktop.i18n.Language;
import dev.pileus.desktop.i18n.Messages;
import dev.pileus.desktop.theme.Look;
import dev.pileus.desktop.theme.Theme;
import java.util.List;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.geometry.Point2D;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;

@ExtendWith(Desktop.class)
class MapViewIT {
    private final Lifetime lifetime = new Lifetime();
    private final Messages messages = new Messages(Language.ENGLISH, Desktop.CLOCK);
    private final Look look = FxThread.ask(() -> new Look(Theme.LIGHT, Language.ENGLISH));
    private final ObjectProperty<LaneMode> lanes =
            new SimpleObjectProperty<>(LaneMode.FAILURE_DOMAINS);
    private final NotedActions actions = new NotedActions();
    private final MapController map =
            FxThread.ask(() ->
                    new MapController(messages, look, actions, new Actions(), lanes, lifetime));
    private final Stage stage = FxThread.ask(Stage::new);

    @BeforeEach
    void open() {
        FxThread.run(() -> {
            var scene = new Scene(Screens.MAP_VIEW.open(messages, map), 904, 642);
            look.dress(scene, lifetime);
            stage.setScene(scene);
            stage.show();
            map.show(SampleCluster.image());
        });
        Desktop.settle();
    }

    @AfterEach
    void close() {
        FxThread.run(() -> {
            lifetime.close();
            stage.close();
        });
    }

    @Test
    void showsTheSampleClusterInEveryView() {
        Desktop.photograph(stage.getScene(), "map-domains");
        FxThread.run(() -> lanes.set(LaneMode.GROUPS));
        Desktop.photograph(stage.getScene(), "map-groups");
        FxThread.run(() -> lanes.set(LaneMode.RAFT));
        Desktop.photograph(stage.getScene(), "map-raft");
        assertThat(edges()).isEqualTo(4);
    }

    @Test
    void standsForWhatTheSegmentsSay() {
        assertThat(laneTitles()).containsExactly("rack-a", "rack-b", "rack-c");
        press("#byGroup");
        assertThat(laneTitles()).containsExactly("default", "edge", "gpu");
        press("#byRaft");
        assertThat(laneTitles()).isEmpty();
        press("#byDomain");
        assertThat(laneTitles()).containsExactly("rack-a", "rack-b", "rack-c");
        press("#byDomain");
        assertThat(laneTitles()).as("pressed twice").hasSize(3);
    }

    @Test
    void aClickOnADotIsAboutItsInstance() {
        var robot = new FxRobot();
        robot.clickOn(onCard("node1", 20, 82));
        Desktop.photograph(stage.getScene(), "map-instance-marked");
        robot.clickOn(onCard("node1", 60, 20));

        assertThat(FxThread.ask(() -> List.copyOf(actions.asked())))
                .containsExactly("select default/web-01", "select node1");
    }

    private Point2D onCard(String member, double x, double y) {
        return FxThread.ask(() -> stage.getScene().lookup("#card-" + member).localToScreen(x, y));
    }

    private void press(String segment) {
        Desktop.act(() -> ((ToggleButton) stage.getScene().lookup(segment)).fire());
        Desktop.settle();
    }

    private List<String> laneTitles() {
        return FxThread.ask(() ->
                stage.getScene().getRoot().lookupAll(".lane-title").stream()
                        .map(title -> ((Label) title).getText())
                        .sorted()
                        .toList());
    }

    private long edges() {
        return map.dump(new MapDump.Pills("", "")).edges().size();
    }
}
