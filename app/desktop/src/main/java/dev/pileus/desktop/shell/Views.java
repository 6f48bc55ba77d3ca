package dev.pileus.desktop.shell;

import dev.pileus.desktop.Lifetime;
import java.util.Comparator;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/// The views that exist, and the one that is shown. For the screen's thread.
public final class Views {
    private final ObservableList<View> all = FXCollections.observableArrayList();
    private final ObservableList<View> readOnly = FXCollections.unmodifiableObservableList(all);
    private final ReadOnlyObjectWrapper<Optional<View>> shown =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private View.Place wanted = View.Place.MAP;

    /// Adds a view until the end of `owner`. The first view, or the one that was wanted before it
    /// existed, is shown at once.
    ///
    /// @throws IllegalArgumentException when its place is taken
    public void add(View view, Lifetime owner) {
        if (at(view.place()).isPresent()) {
            throw new IllegalArgumentException("Two views at " + view.place());
        }
        all.add(view);
        FXCollections.sort(all, Comparator.comparing(View::place));
        owner.atEnd(() -> remove(view));
        if (shown.get().isEmpty() || view.place() == wanted) {
            shown.set(Optional.of(view));
        }
    }

    /// In the order of the navigation.
    public ObservableList<View> all() {
        return readOnly;
    }

    public ReadOnlyObjectProperty<Optional<View>> shown() {
        return shown.getReadOnlyProperty();
    }

    /// Shows a view; one that does not exist yet is shown as soon as it does.
    public void show(View.Place place) {
        wanted = place;
        at(place).ifPresent(view -> shown.set(Optional.of(view)));
    }

    private Optional<View> at(View.Place place) {
        return all.stream().filter(view -> view.place() == place).findFirst();
    }

    private void remove(View view) {
        all.remove(view);
        if (shown.get().equals(Optional.of(view))) {
            shown.set(all.stream().findFirst());
        }
    }
}
