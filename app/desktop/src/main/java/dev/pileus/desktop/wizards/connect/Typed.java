package dev.pileus.desktop.wizards.connect;

import dev.pileus.desktop.Lifetime;
import javafx.beans.property.StringProperty;
import javafx.scene.control.TextInputControl;

/// Ties fields of a page to what outlives the page.
final class Typed {
    private final Lifetime lifetime;

    Typed(Lifetime lifetime) {
        this.lifetime = lifetime;
    }

    void into(TextInputControl field, StringProperty input) {
        field.textProperty().bindBidirectional(input);
        lifetime.atEnd(() -> field.textProperty().unbindBidirectional(input));
    }
}
