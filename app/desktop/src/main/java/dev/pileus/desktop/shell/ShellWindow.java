package dev.pileus.desktop.shell;

import dev.pileus.desktop.Lifetime;
import dev.pileus.desktop.Screens;
import dev.pileus.desktop.i18n.Messages;
import dev.pileus.desktop.settings.Settings;
import javafx.geometry.Dimension2D;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;

/// The main window: draws a [Shell], again from the start when the language changes, and remembers
/// where it stood.
public final class ShellWindow {
    /// Below, dialogs would lose their buttons.
    private static final double LEAST_WIDTH = 800;

    private static final double LEAST_HEIGHT = 560;

    private final Shell shell;
    private final Settings settings;
    private final Stage stage;
    private final Scene scene = new Scene(new Region(), 1440, 900);
    private final Lifetime lifetime = new Lifetime();
    private Lifetime drawn = new Lifetime();
    private @Nullable FrameController frame;
    private PaneSizes sizes;

    public ShellWindow(Shell shell, Settings settings, Stage stage) {
        this.shell = shell;
        this.settings = settings;
        this.stage = stage;
        this.sizes = settings.read("panes", PaneSizes.class, PaneSizes.USUAL);
        shell.inspectorOpen().set(sizes.inspectorOpen());
        shell.activityOpen().set(sizes.activityOpen());
        shell.views().show(settings.read("view", View.Place.class, View.Place.MAP));
    }

    /// Opens the window where it last stood.
    public void open() {
        settings.read("window", WindowPlace.class, WindowPlace.USUAL).apply(stage);
        show();
    }

    /// Opens the window in a given size.
    public void open(Dimension2D size) {
        stage.setWidth(size.getWidth());
        stage.setHeight(size.getHeight());
        show();
    }

    private void show() {
        shell.look().dress(scene, lifetime);
        lifetime.follow(shell.messages(), this::draw);
        new WindowKeys(shell, scene).install();
        stage.getIcons().setAll(WindowIcons.all());
        stage.setScene(scene);
        stage.setMinWidth(LEAST_WIDTH);
        stage.setMinHeight(LEAST_HEIGHT);
        stage.setOnHidden(_ -> close());
        stage.show();
        KeyboardHome.focus(scene);
    }

    private void draw(Messages messages) {
        if (frame != null) {
            sizes = frame.sizes();
        }
        drawn.close();
        drawn = lifetime.child();
        var layer = new Pane();
        var fresh = new FrameController(shell, messages, drawn, sizes);
        Parent root = Screens.SHELL_FRAME.open(messages, fresh);
        Parent topBar =
                Screens.SHELL_TOP_BAR.open(
                        messages, new TopBarController(shell, messages, drawn, layer));
        Parent navigation =
                Screens.SHELL_NAVIGATION.open(
                        messages, new NavigationController(shell.views(), messages, drawn));
        fresh.furnish(topBar, navigation);
        frame = fresh;
        scene.setRoot(new StackPane(root, layer, new DialogLayer(shell, messages, drawn, scene)));
        stage.setTitle(messages.text("shell.product"));
    }

    private void close() {
        settings.write("window", WindowPlace.of(stage));
        if (frame != null) {
            settings.write("panes", frame.sizes());
        }
        shell.views().shown().get().ifPresent(view -> settings.write("view", view.place()));
        lifetime.close();
        settings.save();
    }
}
