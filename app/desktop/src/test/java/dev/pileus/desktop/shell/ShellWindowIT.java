package dev.pileus.desktop.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pileus.desktop.Desktop;
import dev.pileus.desktop.FxThread;
import dev.pileus.desktop.Lifetime;
import dev.pileus.desktop.actions.Actions;
import dev.pileus.desktop.actions.Selection;
import dev.pileus.desktop.i18n.Language;
import dev.pileus.desktop.i18n.Phrase;
import dev.pileus.desktop.settings.Settings;
import dev.pileus.desktop.theme.Look;
import dev.pileus.desktop.theme.Theme;
import dev.pileus.desktop.theme.Tone;
import java.nio.file.Path;
import java.util.Optional;
import javafx.beans.property.SimpleObjectProperty;
import javafx.geometry.Dimension2D;
import javafx.scene.control.Label;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.kordamp.ikonli.materialdesign2.MaterialDesignS;

@ExtendWith(Desktop.class)
class ShellWindowIT {
    @TempDir private Path settings;
    private final Stage stage = FxThread.ask(Stage::new);
    private final Shell shell = FxThread.ask(ShellWindowIT::shell);

    @BeforeEach
    void open() {
        Desktop.act(() -> {
            fill();
            new ShellWindow(shell, Settings.in(settings), stage).open(new Dimension2D(1440, 900));
        });
        Desktop.settle();
    }

    @AfterEach
    void close() {
        Desktop.act(stage::close);
    }

    @Test
    void looksLikeThePicture() {
        Desktop.photograph(stage.getScene(), "shell-light");
        Desktop.act(() -> shell.look().show(Theme.DARK));
        Desktop.photograph(stage.getScene(), "shell-dark");
        Desktop.act(() -> shell.speak(Language.JAPANESE));
        Desktop.photograph(stage.getScene(), "shell-dark-ja");
        assertThat(shell.messages().get().language()).isEqualTo(Language.JAPANESE);
    }

    private static Shell shell() {
        var look = new Look(Theme.LIGHT, Language.ENGLISH);
        return new Shell(Desktop.CLOCK, Language.ENGLISH, look, new Actions(), new Selection());
    }

    private void fill() {
        shell.clusters()
                .open()
                .set(
                        Optional.of(
                                new ClusterEntry(
                                        "prod",
                                        "prod-east",
                                        ClusterEntry.Origin.SAVED,
                                        Phrase.verbatim("Incus 6.0.4 · 6 members"),
                                        Tone.OK)));
        for (var place : View.Place.values()) {
            shell.views().add(view(place), new Lifetime());
        }
        var hint = Phrase.verbatim("hint");
        shell.quorum()
                .set(
                        Optional.of(
                                new Pill(
                                        Tone.OK,
                                        Phrase.verbatim("◆ Quorum 3 of 3 · survives 1 failure"),
                                        hint)));
        shell.certificate()
                .set(
                        Optional.of(
                                new Pill(
                                        Tone.NEUTRAL,
                                        Phrase.verbatim("Certificate 87 days"),
                                        hint)));
        shell.activity().set(Optional.of((_, _) -> new Label("activity")));
    }

    private static View view(View.Place place) {
        return new View(
                place,
                MaterialDesignS.SERVER,
                Phrase.verbatim(place.name()),
                new SimpleObjectProperty<>(Badge.of(3)),
                (_, _) -> new Label(place.name()));
    }
}
