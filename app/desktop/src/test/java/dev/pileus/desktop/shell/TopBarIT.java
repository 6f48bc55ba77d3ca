package dev.pileus.desktop.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pileus.desktop.Desktop;
import dev.pileus.desktop.FxThread;
import dev.pileus.desktop.SampleConsole;
import java.nio.file.Path;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.stage.Window;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@ExtendWith(Desktop.class)
class TopBarIT {
    @TempDir private static Path settings;

    @ParameterizedTest
    @CsvSource({"800x560,en", "800x560,ja", "1024x700,en", "1024x700,ja", "1200x800,ja"})
    void nothingIsPushedOutOfANarrowWindow(String size, String language) {
        var place = Desktop.fresh(settings);
        try (var console = SampleConsole.open(place, "--size", size, "--lang", language)) {
            console.photograph("narrow-" + size + "-" + language);
            double width = FxThread.ask(() -> console.scene().getWidth());
            for (var part : new String[] {".brand-mark", ".picker", "#settings", ".navigation"}) {
                var bounds = inScene(console.find(part, Node.class));
                assertThat(bounds.getMinX()).as(part).isNotNegative();
                assertThat(bounds.getMaxX()).as(part).isLessThanOrEqualTo(width);
            }
            var uncut =
                    FxThread.ask(() ->
                            console.scene().getRoot().lookupAll(".pill").stream()
                                    .map(Label.class::cast)
                                    .allMatch(pill -> pill.getWidth() >= pill.prefWidth(-1) - 1));
            assertThat(uncut).as("pills").isTrue();
        }
    }

    @Test
    void settingsOpenUnderTheirButton() {
        try (var console = SampleConsole.usual(settings)) {
            var button = console.find("#settings", Node.class);
            console.robot().clickOn(button);
            Desktop.settle();
            var right =
                    FxThread.ask(() -> button.localToScreen(button.getLayoutBounds()).getMaxX());
            var menu =
                    FxThread.ask(() ->
                            Window.getWindows().stream()
                                    .filter(ContextMenu.class::isInstance)
                                    .findFirst()
                                    .orElseThrow());

            assertThat(menu.getX() + menu.getWidth()).isBetween(right - 2, right + 2);
        }
    }

    private static Bounds inScene(Node node) {
        return FxThread.ask(() -> node.localToScene(node.getLayoutBounds()));
    }
}
