package dev.pileus.desktop.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pileus.desktop.Desktop;
import dev.pileus.desktop.FxThread;
import dev.pileus.desktop.SampleConsole;
import dev.pileus.desktop.i18n.Phrase;
import dev.pileus.desktop.theme.Tone;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javafx.scene.control.Label;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(Desktop.class)
class NoticesIT {
    @TempDir private static Path settings;

    private final SampleConsole console = SampleConsole.usual(settings);

    @AfterEach
    void close() {
        console.close();
    }

    @Test
    void offersWhatCanBeDoneAndLeaves() {
        List<String> done = new CopyOnWriteArrayList<>();
        var choice = new Notice.Choice(Phrase.verbatim("Try again"), () -> done.add("again"));
        tell(new Notice(Tone.CAUTION, Phrase.verbatim("node2 was not restored"), List.of(choice)));
        tell(Notice.of(Tone.DANGER, Phrase.verbatim("No member answers since 15:41")));
        console.photograph("notices");

        console.robot().clickOn("Try again");

        assertThat(done).containsExactly("again");
        assertThat(console.says("node2 was not restored")).isFalse();
        assertThat(console.says("No member answers since 15:41")).isTrue();
    }

    @Test
    void cutsNothing() {
        var words = "Since 15:41 the cluster cannot be read; " + "why ".repeat(60) + "end";
        tell(Notice.of(Tone.DANGER, Phrase.verbatim(words)));
        console.photograph("notice-long");

        var bar = console.find(".notice .label", Label.class);
        assertThat(FxThread.ask(bar::isTextTruncated)).isFalse();
    }

    @Test
    void saysWhatTheUserWaitsFor() {
        var wait = FxThread.ask(() -> console.shell().await(Phrase.verbatim("Connecting…")));
        assertThat(console.says("Connecting…")).isTrue();

        Desktop.act(wait::close);

        assertThat(console.says("Connecting…")).isFalse();
    }

    private void tell(Notice notice) {
        Desktop.act(() -> console.shell().notices().add(notice));
        Desktop.settle();
    }
}
