package dev.pileus.desktop.wizards.connect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.pileus.client.Endpoint;
import dev.pileus.client.remotes.FoundRemotes;
import dev.pileus.desktop.Desktop;
import dev.pileus.desktop.FxThread;
import dev.pileus.desktop.Lifetime;
import dev.pileus.desktop.Tasks;
import dev.pileus.desktop.actions.Actions;
import dev.pileus.desktop.actions.Entity;
import dev.pileus.desktop.actions.Selection;
import dev.pileus.desktop.i18n.Language;
import dev.pileus.desktop.settings.Settings;
import dev.pileus.desktop.shell.ClusterEntry;
import dev.pileus.desktop.shell.Shell;
import dev.pileus.desktop.shell.ShellWindow;
import dev.pileus.desktop.theme.Look;
import dev.pileus.desktop.theme.Theme;
import dev.pileus.model.connections.ClusterConnection;
import dev.pileus.model.connections.IdentityChoice;
import dev.pileus.model.connections.SavedConnection;
import dev.pileus.trust.Fingerprint;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;
import javafx.geometry.Dimension2D;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextInputControl;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.testfx.api.FxRobot;

/// The window with the wizard in the hands of a user.
final class WizardWindow implements AutoCloseable {
    /// More than the longest wait for a silent server.
    private static final Duration PATIENCE = Duration.ofSeconds(40);

    private final FxRobot robot = new FxRobot();
    private final Lifetime lifetime = new Lifetime();
    private final Stage stage = FxThread.ask(Stage::new);
    private final List<Opened> opened = new CopyOnWriteArrayList<>();
    private final Shell shell;
    private final ConnectServices services;
    private final Connections connections;

    record Opened(ClusterConnection cluster, ClusterEntry entry, String remote) {}

    WizardWindow(Path directory, Supplier<FoundRemotes> remotes) throws IOException {
        services = ConnectServices.in(directory, Clock.systemUTC(), remotes);
        shell =
                FxThread.ask(() ->
                        new Shell(
                                Clock.systemUTC(),
                                Language.ENGLISH,
                                new Look(Theme.LIGHT, Language.ENGLISH),
                                new Actions(),
                                new Selection()));
        connections =
                new Connections(
                        shell,
                        new Tasks(),
                        services,
                        lifetime,
                        (cluster, entry, remote) -> opened.add(new Opened(cluster, entry, remote)));
        Desktop.act(() -> {
            connections.start();
            new ShellWindow(shell, Settings.in(directory), stage).open(new Dimension2D(1100, 820));
        });
        Desktop.settle();
    }

    static WizardWindow of(Path directory) throws IOException {
        return new WizardWindow(directory, () -> new FoundRemotes(List.of(), List.of()));
    }

    Shell shell() {
        return shell;
    }

    ConnectServices services() {
        return services;
    }

    Connections connections() {
        return connections;
    }

    Scene scene() {
        return stage.getScene();
    }

    /// As if picked from the menu.
    void run(String action) {
        Desktop.act(() -> {
            var console = new Entity.Console();
            shell.actions().offeredFor(console).stream()
                    .filter(each -> each.id().equals(action))
                    .findFirst()
                    .orElseThrow()
                    .run()
                    .accept(console);
        });
        Desktop.settle();
    }

    /// As if picked from the cluster picker.
    void pick(String name) {
        awaitOffered(name);
        Desktop.act(() -> {
            var entry =
                    shell.clusters().offered().stream()
                            .filter(each -> each.name().equals(name))
                            .findFirst()
                            .orElseThrow();
            connections.pick(entry);
        });
        Desktop.settle();
    }

    void save(String name, String address, String pin) throws IOException {
        services.book()
                .save(
                        new SavedConnection(
                                name,
                                List.of(Endpoint.parse(address)),
                                Optional.of(new Fingerprint(pin)),
                                new IdentityChoice.Own(),
                                ""));
        Desktop.act(connections::refresh);
    }

    void click(String selector) {
        await(selector + " is there")
                .atMost(PATIENCE)
                .until(() -> shows(selector) && !FxThread.ask(node(selector)::isDisabled));
        robot.clickOn(node(selector));
        Desktop.settle();
    }

    /// Long texts are pasted, as users do.
    void type(String selector, String text) {
        Desktop.act(() -> ((TextInputControl) node(selector)).setText(text));
        Desktop.settle();
    }

    void next() {
        click("#connect-next");
    }

    void giveAddress(String address) {
        run("connect.add");
        click("#connect-way-address");
        type("#connect-address", address);
        next();
    }

    void rename(int index, String name) {
        type("#connect-book-name-" + index, name);
        click("#connect-book-rename-" + index);
        awaitOffered(name);
        Desktop.settle();
    }

    void remove(int index) {
        var count = saved().size();
        click("#connect-book-remove-" + index);
        click("#connect-book-remove-" + index);
        await("one less").atMost(PATIENCE).until(() -> saved().size() == count - 1);
        Desktop.settle();
    }

    /// What the cluster picker lists.
    List<String> offered() {
        return FxThread.ask(
                () -> shell.clusters().offered().stream().map(ClusterEntry::name).toList());
    }

    void awaitOffered(String name) {
        await(name).atMost(PATIENCE).until(() -> offered().contains(name));
    }

    void awaitShown(String selector) {
        await(selector).atMost(PATIENCE).until(() -> shows(selector));
        Desktop.settle();
    }

    void awaitFocus(String selector) {
        await(selector + " has the focus")
                .atMost(PATIENCE)
                .until(() -> FxThread.ask(() -> node(selector).isFocused()));
    }

    /// What stands in the red box, once it does.
    String setback() {
        awaitShown("#connect-setback");
        return text("#connect-setback-headline");
    }

    String text(String selector) {
        return FxThread.ask(() ->
                switch (node(selector)) {
                    case Labeled label -> label.getText();
                    case TextInputControl input -> input.getText();
                    case Node other -> throw new AssertionError(other + " has no text");
                });
    }

    boolean canGoOn() {
        return FxThread.ask(() -> {
            var next = node("#connect-next");
            return next.isVisible() && !next.isDisabled();
        });
    }

    boolean shows(String selector) {
        return FxThread.ask(() ->
                Optional.ofNullable(scene().lookup(selector))
                        .filter(WizardWindow::isSeen)
                        .isPresent());
    }

    Opened awaitOpened() {
        await("open cluster").atMost(PATIENCE).until(() -> !opened.isEmpty());
        assertThat(shows("#connect-wizard")).isFalse();
        return opened.getLast();
    }

    void awaitAnother(Opened before) {
        await("another").atMost(PATIENCE).until(() -> !opened.getLast().equals(before));
    }

    List<SavedConnection> saved() {
        return services.book().connections();
    }

    void photograph(String name) {
        Desktop.photograph(scene(), "wizard-" + name);
    }

    void photographMenu(String name) {
        var menu =
                FxThread.ask(() ->
                        Window.getWindows().stream()
                                .filter(ContextMenu.class::isInstance)
                                .findFirst()
                                .orElseThrow()
                                .getScene());
        Desktop.photograph(menu, "wizard-" + name);
    }

    private Node node(String selector) {
        return FxThread.ask(() ->
                Optional.ofNullable(scene().lookup(selector))
                        .orElseThrow(() -> new AssertionError("No " + selector)));
    }

    private static boolean isSeen(Node node) {
        for (Node each = node; each != null; each = each.getParent()) {
            if (!each.isVisible()) {
                return false;
            }
        }
        return true;
    }

    @Override
    public void close() {
        Desktop.act(() -> {
            lifetime.close();
            stage.close();
        });
        opened.forEach(each -> each.cluster().close());
    }
}
