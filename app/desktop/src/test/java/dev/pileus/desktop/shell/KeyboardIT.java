package dev.pileus.desktop.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.pileus.desktop.Desktop;
import dev.pileus.desktop.FxThread;
import dev.pileus.desktop.SampleConsole;
import dev.pileus.desktop.actions.Entity;
import dev.pileus.desktop.i18n.Phrase;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/// The window without a mouse.
@ExtendWith(Desktop.class)
class KeyboardIT {
    @TempDir private Path settings;

    @Test
    void arrowsWorkInAViewThatWasChosenByKey() {
        try (var console = open()) {
            console.robot().push(KeyCode.CONTROL, KeyCode.DIGIT1);
            Desktop.settle();
            console.robot().push(KeyCode.DOWN);

            assertThat(selected(console)).contains(new Entity.Member("node1"));
        }
    }

    @Test
    void goesOnWhereItWasAfterADialog() {
        try (var console = open()) {
            console.robot().push(KeyCode.CONTROL, KeyCode.DIGIT1);
            Desktop.settle();
            console.robot().clickOn("node4");
            Desktop.act(() -> console.shell().explain(problem()));
            Desktop.settle();
            console.robot().push(KeyCode.ESCAPE);
            Desktop.settle();
            console.robot().push(KeyCode.DOWN);

            assertThat(selected(console)).contains(new Entity.Member("node5"));
        }
    }

    @Test
    void goesOnInTheViewAfterASearch() {
        try (var console = open()) {
            console.robot().push(KeyCode.CONTROL, KeyCode.DIGIT1);
            Desktop.settle();
            console.robot().push(KeyCode.CONTROL, KeyCode.K).write("node4").push(KeyCode.ENTER);
            Desktop.settle();
            console.robot().push(KeyCode.DOWN);

            assertThat(selected(console)).contains(new Entity.Member("node5"));
        }
    }

    private SampleConsole open() {
        var console = SampleConsole.open(settings);
        await().until(() -> FxThread.ask(() -> console.scene().getWindow().isFocused()));
        return console;
    }

    private static Problem problem() {
        return new Problem(Phrase.verbatim("It failed"), "words", List.of(), Optional.empty());
    }

    private static Optional<Entity> selected(SampleConsole console) {
        return FxThread.ask(() -> console.shell().selection().entity().get());
    }
}
