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
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;

/// The map without a mouse: node1 and node2 in rack-a, node3 and node4 in rack-b, node5 and node6
/// in rack-c.
@ExtendWith(Desktop.class)
class MapKeysIT {
    private final Lifetime lifetime = new Lifetime();
    private final NotedActions actions = new NotedActions();
    private final FxRobot robot = new FxRobot();
    private final Button neighbour = FxThread.ask(Button::new);
    private final Stage stage = FxThread.ask(Stage::new);
    private final MapController map =
            FxThread.ask(() ->
                    new MapController(
                            new Messages(Language.ENGLISH, Desktop.CLOCK),
                            new Look(Theme.LIGHT, Language.ENGLISH),
                            actions,
                            new Actions(),
                            new SimpleObjectProperty<>(LaneMode.FAILURE_DOMAINS),
                            lifetime));

    @BeforeEach
    void open() {
        Desktop.act(() -> {
            var view = Screens.MAP_VIEW.open(new Messages(Language.ENGLISH, Desktop.CLOCK), map);
            var scene = new Scene(new HBox(view, neighbour), 1000, 642);
            stage.setScene(scene);
            stage.show();
            map.show(SampleCluster.image());
            view.requestFocus();
        });
        Desktop.settle();
    }

    @AfterEach
    void close() {
        Desktop.act(() -> {
            lifetime.close();
            stage.close();
        });
    }

    @Test
    void whatTheArrowsMarkIsWhatTheWindowIsAbout() {
        robot.push(KeyCode.DOWN).push(KeyCode.RIGHT).push(KeyCode.DOWN);

        assertThat(asked()).containsExactly("select node1", "select node3", "select node4");
    }

    @Test
    void keepsTheFocusWhereTheMapEnds() {
        robot.push(KeyCode.RIGHT).push(KeyCode.RIGHT).push(KeyCode.RIGHT);
        robot.push(KeyCode.RIGHT).push(KeyCode.RIGHT).push(KeyCode.LEFT);

        assertThat(FxThread.ask(neighbour::isFocused)).isFalse();
        assertThat(asked())
                .containsExactly("select node1", "select node3", "select node5", "select node3");
    }

    @Test
    void reachesMembersInTheTrayAndComesBack() {
        Desktop.act(() -> map.show(SampleCluster.evacuated("node3")));
        Desktop.settle();

        robot.push(KeyCode.DOWN).push(KeyCode.DOWN).push(KeyCode.DOWN);
        robot.push(KeyCode.ENTER).push(KeyCode.UP);

        assertThat(asked())
                .startsWith("select node1", "select node2", "select node3", "inspect node3")
                .hasSize(5);
        assertThat(asked().getLast()).isNotEqualTo("select node3");
    }

    private List<String> asked() {
        return FxThread.ask(() -> List.copyOf(actions.asked()));
    }
}
