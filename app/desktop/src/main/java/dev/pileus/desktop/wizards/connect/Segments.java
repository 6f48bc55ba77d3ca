package dev.pileus.desktop.wizards.connect;

import dev.pileus.desktop.Lifetime;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.scene.Node;
import javafx.scene.control.ToggleButton;

/// Buttons side by side of which exactly one is pressed, and the area that goes with each.
final class Segments<E> {
    private final Map<E, ToggleButton> buttons = new LinkedHashMap<>();
    private final Map<E, Node> areas = new LinkedHashMap<>();

    Segments<E> with(E choice, ToggleButton button, Node area) {
        buttons.put(choice, button);
        areas.put(choice, area);
        return this;
    }

    void bind(ObjectProperty<E> chosen, Lifetime lifetime) {
        buttons.forEach((choice, button) ->
                button.setOnAction(_ -> {
                    chosen.set(choice);
                    press(choice);
                    Optional.ofNullable(areas.get(choice))
                            .flatMap(FirstInput::in)
                            .ifPresent(Node::requestFocus);
                }));
        lifetime.follow(chosen, this::press);
    }

    /// A click on the pressed button releases it, unless it is pressed again.
    private void press(E choice) {
        buttons.forEach((each, button) -> button.setSelected(each.equals(choice)));
        areas.forEach((each, area) -> Present.when(each.equals(choice), area));
    }
}
