package dev.pileus.desktop.views;

import dev.pileus.desktop.actions.Entity;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// A row that stays while its value changes: selection and scrolling hang on it.
final class Row<T> {
    private final Entity entity;
    private final ReadOnlyObjectWrapper<T> value;

    Row(Entity entity, T value) {
        this.entity = entity;
        this.value = new ReadOnlyObjectWrapper<>(value);
    }

    Entity entity() {
        return entity;
    }

    ReadOnlyObjectProperty<T> value() {
        return value.getReadOnlyProperty();
    }

    void change(T newest) {
        if (!newest.equals(value.get())) {
            value.set(newest);
        }
    }
}
