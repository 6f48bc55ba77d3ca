package dev.pileus.desktop.map;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pileus.desktop.Desktop;
import dev.pileus.desktop.FxThread;
import dev.pileus.desktop.i18n.Language;
import dev.pileus.desktop.i18n.Messages;
import java.util.Map;
import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(Desktop.class)
class MaintenanceTrayIT {
    private final Stage stage = FxThread.ask(Stage::new);
    private final MaintenanceTray tray =
            FxThread.ask(() ->
                    new MaintenanceTray(
                            new Messages(Language.ENGLISH, Desktop.CLOCK),
                            () -> {
                                throw new AssertionError("no cards here");
                            }));

    @BeforeEach
    void open() {
        Desktop.act(() -> {
            stage.setScene(new Scene(new VBox(tray), 900, 120));
            stage.show();
            tray.announce(
                    new DragForecast("Drop to evacuate.", "", DragForecast.Tone.OK, Map.of()),
                    true);
        });
        Desktop.settle();
    }

    @AfterEach
    void close() {
        Desktop.act(stage::close);
    }

    @Test
    void saysWhatADropDoesBesideTheCardAndNotUnderIt() {
        var left = new BoundingBox(40, 0, 238, 186);
        Desktop.act(() -> tray.makeWay(left));
        Desktop.settle();
        assertThat(words().intersects(left)).isFalse();

        var right = new BoundingBox(600, 0, 238, 186);
        Desktop.act(() -> tray.makeWay(right));
        Desktop.settle();
        assertThat(words().intersects(right)).isFalse();
    }

    @Test
    void saysWhenTheCardLiesOverItsWords() {
        var middle = FxThread.ask(() -> tray.localToScene(tray.getLayoutBounds())).getCenterX();
        var beside = new BoundingBox(40, 0, 238, 186);
        var over = new BoundingBox(middle - 119, 0, 238, 186);

        assertThat(FxThread.ask(() -> tray.makeWay(beside))).isTrue();
        assertThat(FxThread.ask(() -> tray.makeWay(over))).isFalse();
    }

    @Test
    void putsTheWordsBackAfterTheDrag() {
        var before = words();
        Desktop.act(() -> {
            tray.makeWay(new BoundingBox(40, 0, 238, 186));
            tray.announce(null, false);
        });
        Desktop.settle();
        assertThat(words().getMinX()).isEqualTo(before.getMinX());
    }

    private Bounds words() {
        return FxThread.ask(() -> {
            Node words = tray.lookup(".tray-sentence").getParent();
            return words.localToScene(words.getLayoutBounds());
        });
    }
}
