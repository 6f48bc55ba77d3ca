package dev.pileus.desktop.wizards.connect;

import javafx.scene.TraversalDirection;
import javafx.scene.control.TextArea;
import javafx.scene.input.KeyEvent;

/// A token is one long line that is shown in several: Tab and Enter mean what they mean in a field
/// of one line.
final class TokenField {
    private TokenField() {}

    /// @param enter what Enter does
    static void tame(TextArea field, Runnable enter) {
        field.addEventFilter(
                KeyEvent.KEY_PRESSED,
                key -> {
                    switch (key.getCode()) {
                        case TAB ->
                                field.requestFocusTraversal(
                                        key.isShiftDown()
                                                ? TraversalDirection.PREVIOUS
                                                : TraversalDirection.NEXT);
                        case ENTER -> enter.run();
                        default -> {
                            return;
                        }
                    }
                    key.consume();
                });
    }
}
