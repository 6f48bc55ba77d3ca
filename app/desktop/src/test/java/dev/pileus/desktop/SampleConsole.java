package dev.pileus.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pileus.desktop.activity.Activity;
import dev.pileus.desktop.i18n.Phrase;
import dev.pileus.desktop.settings.Settings;
import dev.pileus.desktop.shell.ClusterEntry;
import dev.pileus.desktop.shell.Shell;
import dev.pileus.desktop.theme.Tone;
import dev.pileus.desktop.wizards.connect.ConnectServices;
import dev.pileus.model.store.ClusterImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Labeled;
import javafx.stage.Stage;
import org.testfx.api.FxRobot;
import org.testfx.util.WaitForAsyncUtils;
import picocli.CommandLine;

/// A console with its window on the sample cluster, without any server.
public final class SampleConsole implements AutoCloseable {
    private final Stage stage = FxThread.ask(Stage::new);
    private final FxRobot robot = new FxRobot();
    private final Console console;

    /// Opens the window on [SampleCluster#image()].
    ///
    /// @param settings directory of the settings
    /// @param arguments of the command line
    public static SampleConsole open(Path settings, String... arguments) {
        var console = new SampleConsole(settings, arguments);
        Desktop.act(() -> console.shell().clusters().open().set(Optional.of(entry())));
        console.show(SampleCluster.image());
        return console;
    }

    /// Opens the window as most tests want it: light, English, as large as the reference pictures,
    /// with settings of its own.
    public static SampleConsole usual(Path settings) {
        return open(
                Desktop.fresh(settings), "--theme", "light", "--lang", "en", "--size", "1440x900");
    }

    /// Opens the window without a cluster.
    public static SampleConsole withoutCluster(Path settings, String... arguments) {
        return new SampleConsole(settings, arguments);
    }

    private SampleConsole(Path settings, String... arguments) {
        var options = new Options();
        new CommandLine(options).parseArgs(arguments);
        var services = services(settings);
        console =
                FxThread.ask(
                        () -> new Console(options, Settings.in(settings), services, Desktop.CLOCK));
        Desktop.act(() -> console.open(stage));
        Desktop.settle();
    }

    private static ClusterEntry entry() {
        return new ClusterEntry(
                "prod-east",
                "prod-east",
                ClusterEntry.Origin.SAVED,
                Phrase.verbatim(""),
                Tone.NEUTRAL);
    }

    public Shell shell() {
        return console.shell();
    }

    public Activity activity() {
        return console.activity();
    }

    public Scene scene() {
        return stage.getScene();
    }

    public FxRobot robot() {
        return robot;
    }

    /// Shows an image and waits until it is on the screen.
    public void show(ClusterImage image) {
        console.cluster().show(image);
        Desktop.settle();
    }

    /// The one node that a selector finds.
    public <T extends Node> T find(String selector, Class<T> type) {
        WaitForAsyncUtils.waitForFxEvents();
        var found = FxThread.ask(() -> Optional.ofNullable(scene().lookup(selector)));
        assertThat(found).as(selector).isPresent();
        return type.cast(found.get());
    }

    /// Whether a selector finds something that can be seen.
    public boolean shows(String selector) {
        WaitForAsyncUtils.waitForFxEvents();
        return FxThread.ask(() ->
                scene().getRoot().lookupAll(selector).stream().anyMatch(SampleConsole::isVisible));
    }

    /// Whether a text stands somewhere in the window.
    public boolean says(String text) {
        WaitForAsyncUtils.waitForFxEvents();
        return FxThread.ask(() ->
                scene().getRoot().lookupAll(".label").stream()
                        .filter(SampleConsole::isVisible)
                        .anyMatch(node ->
                                node instanceof Labeled label
                                        && label.getText() != null
                                        && label.getText().contains(text)));
    }

    public void photograph(String name) {
        Desktop.photograph(scene(), name);
    }

    @Override
    public void close() {
        Desktop.act(stage::close);
    }

    private static boolean isVisible(Node node) {
        for (var at = node; at != null; at = at.getParent()) {
            if (!at.isVisible()) {
                return false;
            }
        }
        return true;
    }

    private static ConnectServices services(Path directory) {
        try {
            return ConnectServices.in(directory, Desktop.CLOCK);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
