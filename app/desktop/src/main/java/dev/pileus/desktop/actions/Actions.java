package dev.pileus.desktop.actions;

import dev.pileus.desktop.Lifetime;
import java.util.List;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/// Every action that exists, in the order of menus. Features add theirs; what is not here is not
/// shown anywhere. For the screen's thread.
public final class Actions {
    private final ObservableList<Action> all = FXCollections.observableArrayList();
    private final ObservableList<Action> view = FXCollections.unmodifiableObservableList(all);

    /// Adds an action, until the end of `owner`.
    ///
    /// @throws IllegalArgumentException when the id is taken
    public void add(Action action, Lifetime owner) {
        if (all.stream().anyMatch(other -> other.id().equals(action.id()))) {
            throw new IllegalArgumentException("Two actions are called " + action.id());
        }
        all.add(action);
        owner.atEnd(() -> all.remove(action));
    }

    public ObservableList<Action> all() {
        return view;
    }

    /// What can be done to an entity now.
    public List<Action> offeredFor(Entity entity) {
        return all.stream().filter(action -> action.offered().test(entity)).toList();
    }
}
