package dev.pileus.desktop;

import static org.awaitility.Awaitility.await;

import dev.pileus.desktop.i18n.Phrase;
import dev.pileus.desktop.map.MapDump;
import dev.pileus.desktop.settings.Settings;
import dev.pileus.desktop.shell.ClusterEntry;
import dev.pileus.desktop.theme.Tone;
import dev.pileus.desktop.wizards.connect.ConnectServices;
import dev.pileus.model.connections.ClusterConnection;
import dev.pileus.model.connections.Opening;
import dev.pileus.model.connections.Resolution;
import dev.pileus.model.connections.Target;
import dev.pileus.model.store.ClusterImage;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Labeled;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;

/// A console with its window on a real cluster, and hands to use it.
final class LiveConsole implements AutoCloseable {
    private final Stage stage = FxThread.ask(Stage::new);
    private final ConnectServices services;
    private final Console console;
    private @Nullable OpenCluster opened;

    LiveConsole(Path settings, String... arguments) throws IOException {
        services = ConnectServices.in(settings, Clock.systemUTC());
        var options = new Options();
        new CommandLine(options).parseArgs(arguments);
        console =
                FxThread.ask(() ->
                        new Console(options, Settings.in(settings), services, Clock.systemUTC()));
        Desktop.act(() -> console.open(stage));
    }

    /// Shows the cluster behind a unix socket and waits until all of it was read.
    void connect(Path socket) throws Exception {
        connect(socket, image -> !image.instances().isEmpty());
    }

    /// Connects and waits for an image of the cluster that has what the test needs.
    void connect(Path socket, Predicate<ClusterImage> ready) throws Exception {
        var connector = services.connector();
        if (!(connector.resolve(Target.parse("unix:" + socket))
                        instanceof Resolution.Found(var connection, var _)
                && connector.open(connection) instanceof Opening.Opened(var cluster))) {
            throw new AssertionError("Not connected to " + socket);
        }
        show(cluster);
        awaitImage(
                "the first image",
                Duration.ofSeconds(30),
                image -> !image.members().isEmpty() && ready.test(image));
    }

    /// What this console can connect to.
    ConnectServices services() {
        return services;
    }

    /// Shows a cluster that is connected already; waits for nothing.
    void show(ClusterConnection connection) {
        opened = FxThread.ask(() -> console.show(connection, entry(connection), ""));
    }

    private ClusterEntry entry(ClusterConnection connection) {
        var name = connection.connection().name();
        var origin =
                services.book().named(name).isPresent()
                        ? ClusterEntry.Origin.SAVED
                        : ClusterEntry.Origin.FOUND;
        return new ClusterEntry(name, name, origin, Phrase.verbatim(""), Tone.NEUTRAL);
    }

    /// What the map shows at the moment, read from the scene.
    MapDump map() {
        var shown = Objects.requireNonNull(opened).map();
        var none = new MapDump.Pills("", "");
        return FxThread.ask(() -> shown.dump(none).orElseThrow());
    }

    /// What the card of a member shows at the moment.
    MapDump.Card card(String member) {
        return map().cards().stream()
                .filter(card -> card.name().equals(member))
                .findFirst()
                .orElseThrow();
    }

    /// The texts of all labels of a style within a node.
    List<String> texts(String selector, String style) {
        return FxThread.ask(() ->
                node(selector).lookupAll(style).stream()
                        .filter(Node::isVisible)
                        .map(label -> ((Labeled) label).getText())
                        .toList());
    }

    Console console() {
        return console;
    }

    Scene scene() {
        return stage.getScene();
    }

    ClusterImage image() {
        return FxThread.ask(() -> console.cluster().image().get());
    }

    /// Whether the activity pane shows work of that title.
    boolean works(String title) {
        return FxThread.ask(() -> {
            var messages = console.shell().messages().get();
            return console.activity().work().stream()
                    .anyMatch(work -> messages.text(work.title()).equals(title));
        });
    }

    void awaitImage(String what, Duration limit, Predicate<ClusterImage> condition) {
        await(what).atMost(limit).until(() -> condition.test(image()));
        Desktop.settle();
    }

    /// Where the middle of a node is on the screen.
    Point2D middleOf(String selector) {
        return FxThread.ask(() -> {
            var node = node(selector);
            Bounds bounds = node.localToScreen(node.getLayoutBounds());
            return new Point2D(bounds.getCenterX(), bounds.getCenterY());
        });
    }

    Node node(String selector) {
        var node = stage.getScene().lookup(selector);
        if (node == null) {
            throw new AssertionError("Nothing in the window is " + selector);
        }
        return node;
    }

    boolean shows(String selector) {
        return FxThread.ask(() -> {
            var node = stage.getScene().lookup(selector);
            return node != null && node.isVisible();
        });
    }

    @Override
    public void close() {
        Desktop.act(() -> {
            console.leave();
            stage.close();
        });
    }
}
