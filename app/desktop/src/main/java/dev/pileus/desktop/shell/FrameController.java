package dev.pileus.desktop.shell;

import dev.pileus.desktop.FxThread;
import dev.pileus.desktop.Lifetime;
import dev.pileus.desktop.i18n.Messages;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.SplitPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// The places of the window and what stands in them.
final class FrameController {
    private static final double NARROW = 1280;

    private final Shell shell;
    private final Messages messages;
    private final Lifetime lifetime;
    private final PaneSizes begin;
    private final Map<View, Node> opened = new HashMap<>();

    @FXML private BorderPane root;
    @FXML private HBox body;
    @FXML private SplitPane across;
    @FXML private SplitPane down;
    @FXML private VBox notices;
    @FXML private StackPane view;
    @FXML private StackPane activity;
    @FXML private StackPane inspector;

    private EdgePane right;
    private EdgePane bottom;

    /// @param begin sizes of the panes to begin with
    FrameController(Shell shell, Messages messages, Lifetime lifetime, PaneSizes begin) {
        this.shell = shell;
        this.messages = messages;
        this.lifetime = lifetime;
        this.begin = begin;
    }

    @FXML
    void initialize() {
        right = new EdgePane(across, inspector, begin.inspectorWidth());
        bottom = new EdgePane(down, activity, begin.activityHeight());
        lifetime.follow(shell.views().shown(), this::show);
        fill(inspector, shell.inspector());
        fill(activity, shell.activity());
        lifetime.follow(shell.inspectorOpen(), _ -> showInspector());
        lifetime.follow(shell.selection().entity(), _ -> showInspector());
        lifetime.follow(root.widthProperty(), _ -> showInspector());
        lifetime.follow(shell.activity(), content -> bottom.show(content.isPresent()));
        lifetime.follow(shell.activityOpen(), open -> bottom.fold(!open));
        var bars = new NoticeBars(shell.notices(), messages);
        lifetime.follow(shell.notices(), () -> bars.drawInto(notices));
    }

    /// Hangs up the parts that have controllers of their own.
    void furnish(Node topBar, Node navigation) {
        root.setTop(topBar);
        body.getChildren().addFirst(navigation);
        var welcome = new StackPane();
        fill(welcome, shell.welcome());
        lifetime.follow(
                shell.clusters().open(),
                open -> {
                    root.setCenter(open.isPresent() ? body : welcome);
                    FxThread.later(this::goHome);
                });
    }

    PaneSizes sizes() {
        return new PaneSizes(
                right.size(),
                shell.inspectorOpen().get(),
                bottom.size(),
                shell.activityOpen().get());
    }

    /// A narrow window has no room for an inspector of nothing.
    private void showInspector() {
        boolean narrow = root.getWidth() > 0 && root.getWidth() < NARROW;
        boolean empty = shell.selection().entity().get().isEmpty();
        right.show(shell.inspectorOpen().get() && !(narrow && empty));
    }

    private void show(Optional<View> wanted) {
        opened.keySet().retainAll(shell.views().all());
        view.getChildren().setAll(wanted.stream().map(this::opened).toList());
        FxThread.later(this::goHome);
    }

    private void goHome() {
        var scene = root.getScene();
        if (scene != null && shell.dialog().get().isEmpty()) {
            KeyboardHome.focus(scene);
        }
    }

    /// A view is opened when it is first shown, and then kept.
    private Node opened(View wanted) {
        return opened.computeIfAbsent(
                wanted, fresh -> fresh.content().open(messages, lifetime.child()));
    }

    private void fill(Pane place, ObjectProperty<Optional<Content>> content) {
        var tenant = new Tenant(messages, lifetime, place.getChildren());
        lifetime.follow(content, tenant::change);
    }
}
