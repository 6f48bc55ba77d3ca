package dev.pileus.desktop.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pileus.desktop.Desktop;
import dev.pileus.desktop.SampleActions;
import dev.pileus.desktop.SampleConsole;
import dev.pileus.desktop.i18n.Language;
import dev.pileus.desktop.i18n.Phrase;
import dev.pileus.desktop.theme.Theme;
import dev.pileus.desktop.theme.Tone;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javafx.scene.control.Button;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(Desktop.class)
class WelcomeIT {
    @TempDir private static Path settings;

    private final SampleConsole console =
            SampleConsole.withoutCluster(
                    Desktop.fresh(settings),
                    "--theme",
                    "light",
                    "--lang",
                    "en",
                    "--size",
                    "1440x900");
    private final List<String> opened = new CopyOnWriteArrayList<>();

    @AfterEach
    void close() {
        console.close();
    }

    @Test
    void offersKnownClustersAndWaysToGetOne() {
        var actions = SampleActions.in(console.shell().actions());
        offer();
        console.photograph("welcome-light");
        Desktop.act(() -> console.shell().look().show(Theme.DARK));
        Desktop.act(() -> console.shell().speak(Language.JAPANESE));
        console.photograph("welcome-dark-ja");

        console.robot().clickOn("lab").clickOn("Connect…");

        assertThat(opened).containsExactly("b");
        assertThat(actions.done()).containsExactly("connect");
    }

    @Test
    void offersThemInThePickerToo() {
        SampleActions.in(console.shell().actions());
        offer();

        console.robot().clickOn("No cluster").clickOn("incus, unix socket");

        assertThat(opened).containsExactly("c");
    }

    @Test
    void keepsTheFocusOnTheFirstWayWhileClustersAreFound() {
        Desktop.act(() -> KeyboardHome.focus(console.scene()));
        offer();
        Desktop.settle();

        assertThat(console.find("#way-connect-add", Button.class).isFocused()).isTrue();
    }

    @Test
    void showsNoEmptyNavigation() {
        assertThat(console.shows(".navigation")).isFalse();
        assertThat(console.says("Connect to a cluster")).isTrue();
    }

    private void offer() {
        Desktop.act(() -> {
            console.shell().clusters().openWith(entry -> opened.add(entry.id()));
            console.shell()
                    .clusters()
                    .offered()
                    .addAll(
                            entry("a", "prod-east", "10.0.1.11:8443 and 5 more"),
                            entry("b", "lab", "lab.example.net:8443"),
                            new ClusterEntry(
                                    "c",
                                    "local",
                                    ClusterEntry.Origin.FOUND,
                                    Phrase.verbatim("incus, unix socket"),
                                    Tone.NEUTRAL));
        });
    }

    private static ClusterEntry entry(String id, String name, String detail) {
        return new ClusterEntry(
                id, name, ClusterEntry.Origin.SAVED, Phrase.verbatim(detail), Tone.NEUTRAL);
    }
}
