package dev.pileus.desktop.actions;

import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// The one entity that the window is about at the moment: views set and show it, the inspector
/// describes it, keys act on it.
public final class Selection {
    private final ReadOnlyObjectWrapper<Optional<Entity>> entity =
            new ReadOnlyObjectWrapper<>(Optional.empty());

    public ReadOnlyObjectProperty<Optional<Entity>> entity() {
        return entity.getReadOnlyProperty();
    }

    public void select(Entity wanted) {
        entity.set(Optional.of(wanted));
    }

    public void clear() {
        entity.set(Optional.empty());
    }
}
