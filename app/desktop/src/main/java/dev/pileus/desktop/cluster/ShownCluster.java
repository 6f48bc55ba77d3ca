package dev.pileus.desktop.cluster;

import dev.pileus.desktop.FxThread;
import dev.pileus.model.store.ClusterImage;
import java.util.concurrent.atomic.AtomicReference;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/// The image that the window shows. Images may come faster than the screen takes them: then only
/// the newest is shown.
public final class ShownCluster {
    private final ReadOnlyObjectWrapper<ClusterImage> image =
            new ReadOnlyObjectWrapper<>(ClusterImage.nothing());
    private final AtomicReference<@Nullable ClusterImage> next = new AtomicReference<>();

    /// Changes on the screen's thread only. [ClusterImage#nothing()] until something is known.
    public ReadOnlyObjectProperty<ClusterImage> image() {
        return image.getReadOnlyProperty();
    }

    /// Takes a new image; on any thread.
    public void show(ClusterImage newest) {
        if (next.getAndSet(newest) == null) {
            FxThread.later(this::showNewest);
        }
    }

    /// Forgets the cluster that was shown; on any thread.
    public void clear() {
        show(ClusterImage.nothing());
    }

    private void showNewest() {
        var newest = next.getAndSet(null);
        if (newest != null) {
            image.set(newest);
        }
    }
}
