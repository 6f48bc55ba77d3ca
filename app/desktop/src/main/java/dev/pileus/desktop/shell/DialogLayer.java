package dev.pileus.desktop.shell;

import dev.pileus.desktop.FxThread;
import dev.pileus.desktop.Lifetime;
import dev.pileus.desktop.i18n.Messages;
import java.util.Optional;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;

/// Lies over the window while a dialog is open: dims it, and keeps mouse and keyboard in the
/// dialog.
final class DialogLayer extends StackPane {
    private final Scene scene;
    private @Nullable Node before;

    DialogLayer(Shell shell, Messages messages, Lifetime lifetime, Scene scene) {
        this.scene = scene;
        getStyleClass().add("scrim");
        setPadding(new Insets(24));
        var tenant = new Tenant(messages, lifetime, getChildren());
        lifetime.follow(
                shell.dialog(),
                content -> {
                    tenant.change(content);
                    opened(content);
                });
        lifetime.follow(scene.focusOwnerProperty(), this::keepFocus);
    }

    private void opened(Optional<Content> content) {
        var owner = scene.getFocusOwner();
        if (content.isPresent() && owner != null && !holds(owner)) {
            before = owner;
        }
        setVisible(content.isPresent());
        if (content.isPresent()) {
            FxThread.later(this::focusFirst);
        } else {
            giveBack();
        }
    }

    /// Who had the focus before the dialog goes on where he was.
    private void giveBack() {
        var wanted = before;
        before = null;
        if (wanted != null && scene.equals(wanted.getScene())) {
            wanted.requestFocus();
        } else {
            KeyboardHome.focus(scene);
        }
    }

    private void keepFocus(@Nullable Node owner) {
        if (isVisible() && owner != null && !holds(owner)) {
            FxThread.later(this::focusFirst);
        }
    }

    private boolean holds(Node node) {
        for (Parent parent = node.getParent(); parent != null; parent = parent.getParent()) {
            if (parent.equals(this)) {
                return true;
            }
        }
        return false;
    }

    private void focusFirst() {
        var owner = scene.getFocusOwner();
        if (isVisible() && (owner == null || !holds(owner))) {
            firstFocusable(this).ifPresent(Node::requestFocus);
        }
    }

    private static Optional<Node> firstFocusable(Parent parent) {
        for (var child : parent.getChildrenUnmodifiable()) {
            if (!child.isVisible() || child.isDisabled()) {
                continue;
            }
            if (child.isFocusTraversable()) {
                return Optional.of(child);
            }
            var found =
                    child instanceof Parent inner ? firstFocusable(inner) : Optional.<Node>empty();
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }
}
