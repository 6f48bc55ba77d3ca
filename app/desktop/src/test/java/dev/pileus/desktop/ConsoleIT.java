package dev.pileus.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pileus.desktop.actions.Action;
import dev.pileus.desktop.actions.Entity;
import dev.pileus.desktop.activity.OngoingWork;
import dev.pileus.desktop.activity.PastEvent;
import dev.pileus.desktop.i18n.Language;
import dev.pileus.desktop.i18n.Phrase;
import dev.pileus.desktop.settings.Settings;
import dev.pileus.desktop.shell.ClusterEntry;
import dev.pileus.desktop.shell.View;
import dev.pileus.desktop.theme.Theme;
import dev.pileus.desktop.theme.Tone;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalDouble;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignD;
import org.kordamp.ikonli.materialdesign2.MaterialDesignE;
import org.kordamp.ikonli.materialdesign2.MaterialDesignP;
import picocli.CommandLine;

/// The whole window over the sample cluster.
@ExtendWith(Desktop.class)
class ConsoleIT {
    @TempDir private Path directory;
    private final Stage stage = FxThread.ask(Stage::new);

    @AfterEach
    void close() {
        Desktop.act(stage::close);
    }

    @Test
    void looksLikeThePictureInBothLooksAndLanguages() {
        var console = open("--theme", "light", "--lang", "en", "--size", "1440x900");
        Desktop.act(() -> console.shell().selection().select(new Entity.Member("node1")));
        Desktop.photograph(stage.getScene(), "console-light");
        Desktop.act(() -> console.shell().look().show(Theme.DARK));
        Desktop.photograph(stage.getScene(), "console-dark");
        Desktop.act(() -> console.shell().speak(Language.JAPANESE));
        Desktop.photograph(stage.getScene(), "console-dark-ja");
        Desktop.act(() -> console.shell().selection().select(new Entity.Member("node6")));
        Desktop.act(() -> console.shell().look().show(Theme.LIGHT));
        Desktop.photograph(stage.getScene(), "console-light-ja-offline");
        assertThat(stage.isShowing()).isTrue();
    }

    @Test
    void tables() {
        var console = open("--theme", "light", "--lang", "en", "--size", "1440x900");
        for (var place :
                new View.Place[] {
                    View.Place.MEMBERS,
                    View.Place.INSTANCES,
                    View.Place.GROUPS,
                    View.Place.CERTIFICATES,
                    View.Place.OPERATIONS,
                    View.Place.WARNINGS
                }) {
            Desktop.act(() -> console.shell().views().show(place));
            Desktop.photograph(
                    stage.getScene(), "view-" + place.name().toLowerCase(java.util.Locale.ROOT));
        }
        Desktop.act(() -> console.shell().look().show(Theme.DARK));
        Desktop.act(() -> console.shell().speak(Language.JAPANESE));
        Desktop.act(() -> console.shell().views().show(View.Place.INSTANCES));
        Desktop.photograph(stage.getScene(), "view-instances-dark-ja");
        assertThat(stage.isShowing()).isTrue();
    }

    @Test
    void palette() {
        var console = open("--theme", "dark", "--lang", "en", "--size", "1440x900");
        var robot = new org.testfx.api.FxRobot();
        Desktop.act(() -> console.shell().selection().select(new Entity.Member("node1")));
        robot.push(javafx.scene.input.KeyCode.CONTROL, javafx.scene.input.KeyCode.K);
        robot.write("node");
        Desktop.settle();
        screen("palette-dark");
        robot.write("3 evac");
        Desktop.settle();
        screen("palette-dark-2");
        robot.push(javafx.scene.input.KeyCode.ESCAPE);
        Desktop.act(() -> {
            console.shell()
                    .clusters()
                    .offered()
                    .addAll(
                            new ClusterEntry(
                                    "a",
                                    "prod-east",
                                    ClusterEntry.Origin.SAVED,
                                    Phrase.verbatim("10.0.1.11:8443 and 5 more"),
                                    Tone.NEUTRAL),
                            new ClusterEntry(
                                    "b",
                                    "lab",
                                    ClusterEntry.Origin.SAVED,
                                    Phrase.verbatim("lab.example.net:8443"),
                                    Tone.NEUTRAL),
                            new ClusterEntry(
                                    "c",
                                    "local",
                                    ClusterEntry.Origin.FOUND,
                                    Phrase.verbatim("incus, unix socket"),
                                    Tone.NEUTRAL));
            console.shell()
                    .actions()
                    .add(
                            Action.of(
                                    "connect.open",
                                    Phrase.verbatim("Connect…"),
                                    MaterialDesignP.POWER_PLUG,
                                    e -> e instanceof Entity.Console,
                                    _ -> {}),
                            new Lifetime());
            console.shell()
                    .actions()
                    .add(
                            Action.of(
                                    "sandbox.start",
                                    Phrase.verbatim("Start a sandbox…"),
                                    MaterialDesignP.PENCIL,
                                    e -> e instanceof Entity.Console,
                                    _ -> {}),
                            new Lifetime());
            console.shell().clusters().open().set(Optional.empty());
        });
        Desktop.photograph(stage.getScene(), "welcome-dark");
        Desktop.act(() -> console.shell().look().show(Theme.LIGHT));
        Desktop.act(() -> console.shell().speak(Language.JAPANESE));
        Desktop.photograph(stage.getScene(), "welcome-light-ja");
        assertThat(stage.isShowing()).isTrue();
    }

    private void screen(String name) {
        try {
            new ProcessBuilder("import", "-window", "root", "target/screenshots/" + name + ".png")
                    .start()
                    .waitFor();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private Console open(String... arguments) {
        var options = new Options();
        new CommandLine(options).parseArgs(arguments);
        var console =
                FxThread.ask(() -> new Console(options, Settings.in(directory), Desktop.CLOCK));
        Desktop.act(() -> {
            fill(console);
            console.open(stage);
        });
        console.cluster().show(SampleCluster.image());
        Desktop.settle();
        return console;
    }

    private static void fill(Console console) {
        var shell = console.shell();
        shell.clusters()
                .open()
                .set(
                        Optional.of(
                                new ClusterEntry(
                                        "prod-east",
                                        "prod-east",
                                        ClusterEntry.Origin.SAVED,
                                        Phrase.verbatim(""),
                                        Tone.NEUTRAL)));
        var lifetime = new Lifetime();
        shell.actions()
                .add(memberAction("evacuate", "Evacuate…", MaterialDesignE.EXIT_RUN), lifetime);
        shell.actions().add(memberAction("edit", "Edit…", MaterialDesignP.PENCIL), lifetime);
        shell.actions()
                .add(
                        memberAction("remove", "Remove…", MaterialDesignD.DELETE).dangerous(),
                        lifetime);
        console.activity()
                .work()
                .addAll(
                        new OngoingWork(
                                "1",
                                Phrase.verbatim("Restoring node2"),
                                Phrase.verbatim(
                                        "5 of 7 instances · web-07 back from node4, 62 MB/s"),
                                OptionalDouble.of(0.42),
                                Optional.of(Duration.ofSeconds(40)),
                                false),
                        new OngoingWork(
                                "2",
                                Phrase.verbatim("Replicating image ubuntu/24.04"),
                                Phrase.verbatim("to node5 · 310 of 512 MB"),
                                OptionalDouble.of(0.6),
                                Optional.of(Duration.ofSeconds(12)),
                                true));
        console.activity()
                .events()
                .addAll(
                        event(3, "cluster-member-updated", "node4   groups: + gpu", Tone.NEUTRAL),
                        event(15, "instance-started", "api-03 on node1", Tone.NEUTRAL),
                        event(40, "node6 has missed 3 heartbeats: OFFLINE", "", Tone.DANGER));
    }

    private static Action memberAction(String id, String title, Ikon icon) {
        return Action.of(
                "member." + id,
                Phrase.verbatim(title),
                icon,
                entity -> entity instanceof Entity.Member,
                _ -> {});
    }

    private static PastEvent event(int age, String what, String detail, Tone tone) {
        return new PastEvent(
                "e" + age,
                SampleCluster.NOW.minusSeconds(age),
                Phrase.verbatim(what),
                Phrase.verbatim(detail),
                tone,
                Optional.empty());
    }
}
