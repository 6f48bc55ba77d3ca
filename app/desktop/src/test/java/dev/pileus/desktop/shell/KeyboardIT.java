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
import javafx.scene.control.TableView;
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
            showMembers(console);
            console.robot().push(KeyCode.DOWN);

            awaitSelected("node1", console);
        }
    }

    @Test
    void goesOnWhereItWasAfterADialog() {
        try (var console = open()) {
            showMembers(console);
            console.robot().clickOn("node4");
            Desktop.act(() -> console.shell().explain(problem()));
            Desktop.settle();
            console.robot().push(KeyCode.ESCAPE);
            Desktop.settle();
            console.robot().push(KeyCode.DOWN);

            awaitSelected("node5", console);
        }
    }

    @Test
    void goesOnInTheViewAfterASearch() {
        try (var console = open()) {
            showMembers(console);
            console.robot().push(KeyCode.CONTROL, KeyCode.K).write("node4").push(KeyCode.ENTER);
            Desktop.settle();
            console.robot().push(KeyCode.DOWN);

            awaitSelected("node5", console);
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

    private static void showMembers(SampleConsole console) {
        console.robot().push(KeyCode.CONTROL, KeyCode.DIGIT1);
        var scene = console.scene();
        await().until(() -> FxThread.ask(() -> scene.getFocusOwner() instanceof TableView<?>));
    }

    /// A key goes to the display and back before it arrives.
    private static void awaitSelected(String member, SampleConsole console) {
        await().untilAsserted(
                        () -> assertThat(selected(console)).contains(new Entity.Member(member)));
    }

    private static Optional<Entity> selected(SampleConsole console) {
        return FxThread.ask(() -> console.shell().selection().entity().get());
    }
}
