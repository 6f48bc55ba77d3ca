package dev.pileus.desktop.shell;

import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/// What the cluster picker and the welcome page offer. For the screen's thread.
public final class Clusters {
    private final ObservableList<ClusterEntry> offered = FXCollections.observableArrayList();
    private final ObjectProperty<Optional<ClusterEntry>> open =
            new SimpleObjectProperty<>(Optional.empty());
    private Consumer<ClusterEntry> opener = _ -> {};

    /// Change it freely; both show it.
    public ObservableList<ClusterEntry> offered() {
        return offered;
    }

    /// The cluster that the window shows; empty: the welcome page.
    public ObjectProperty<Optional<ClusterEntry>> open() {
        return open;
    }

    /// Who opens a cluster that a user picked.
    public void openWith(Consumer<ClusterEntry> opener) {
        this.opener = opener;
    }

    void pick(ClusterEntry entry) {
        opener.accept(entry);
    }
}
