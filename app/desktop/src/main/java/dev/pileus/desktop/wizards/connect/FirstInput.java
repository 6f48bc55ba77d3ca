package dev.pileus.desktop.wizards.connect;

import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ListView;
import javafx.scene.control.TextInputControl;

/// Where typing begins on a page.
final class FirstInput {
    private FirstInput() {}

    /// The first field or list that can be seen and used.
    static Optional<Node> in(Node place) {
        if (!place.isVisible() || place.isDisabled()) {
            return Optional.empty();
        }
        if (place instanceof TextInputControl || place instanceof ListView<?>) {
            return Optional.of(place);
        }
        return place instanceof Parent parent
                ? parent.getChildrenUnmodifiable().stream()
                        .flatMap(child -> in(child).stream())
                        .findFirst()
                : Optional.empty();
    }
}
