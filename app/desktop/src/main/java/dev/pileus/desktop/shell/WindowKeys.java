package dev.pileus.desktop.shell;

import dev.pileus.desktop.FxThread;
import dev.pileus.desktop.actions.Action;
import dev.pileus.desktop.actions.Entity;
import java.util.List;
import java.util.stream.Stream;
import javafx.beans.property.BooleanProperty;
import javafx.scene.Scene;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/// Keys that work in the whole window: Ctrl+K searches, Ctrl+1 to 9 show views, Ctrl+I and Ctrl+J
/// open and close inspector and activity, and actions have theirs. While a dialog is open they
/// rest.
final class WindowKeys {
    private static final List<KeyCode> DIGITS =
            List.of(
                    KeyCode.DIGIT1,
                    KeyCode.DIGIT2,
                    KeyCode.DIGIT3,
                    KeyCode.DIGIT4,
                    KeyCode.DIGIT5,
                    KeyCode.DIGIT6,
                    KeyCode.DIGIT7,
                    KeyCode.DIGIT8,
                    KeyCode.DIGIT9);

    private final Shell shell;
    private final Scene scene;

    WindowKeys(Shell shell, Scene scene) {
        this.shell = shell;
        this.scene = scene;
    }

    void install() {
        scene.addEventHandler(KeyEvent.KEY_PRESSED, this::pressed);
    }

    private void pressed(KeyEvent key) {
        if (shell.dialog().get().isEmpty() && (navigates(key) || acts(key))) {
            key.consume();
        }
    }

    private boolean navigates(KeyEvent key) {
        if (!key.isShortcutDown()) {
            return false;
        }
        if (key.getCode() == KeyCode.K && scene.lookup("#search") instanceof TextField search) {
            search.requestFocus();
            search.selectAll();
            return true;
        }
        return switch (key.getCode()) {
            case I -> toggle(shell.inspectorOpen());
            case J -> toggle(shell.activityOpen());
            default -> showsView(DIGITS.indexOf(key.getCode()));
        };
    }

    private static boolean toggle(BooleanProperty open) {
        open.set(!open.get());
        return true;
    }

    private boolean showsView(int index) {
        var views = shell.views().all();
        if (index < 0 || index >= views.size()) {
            return false;
        }
        shell.views().show(views.get(index).place());
        // also when it is shown already: the key asks for the view, not for a change
        FxThread.later(() -> KeyboardHome.focus(scene));
        return true;
    }

    /// Letters that are typed into a field are not keys of actions.
    private boolean acts(KeyEvent key) {
        boolean typing = scene.getFocusOwner() instanceof TextInputControl;
        if (typing && !key.isShortcutDown()) {
            return false;
        }
        return targets().anyMatch(target -> acts(key, target));
    }

    private Stream<Entity> targets() {
        return Stream.concat(
                shell.selection().entity().get().stream(), Stream.of(new Entity.Console()));
    }

    private boolean acts(KeyEvent key, Entity target) {
        var action =
                shell.actions().offeredFor(target).stream()
                        .filter(offered -> isFor(offered, key))
                        .findFirst();
        action.ifPresent(offered -> shell.perform(offered, target));
        return action.isPresent();
    }

    private static boolean isFor(Action action, KeyEvent key) {
        return action.keys().filter(keys -> keys.match(key)).isPresent();
    }
}
