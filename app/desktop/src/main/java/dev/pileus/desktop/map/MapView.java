package dev.pileus.desktop.map;

import dev.pileus.desktop.Lifetime;
import dev.pileus.desktop.Screens;
import dev.pileus.desktop.actions.Entity;
import dev.pileus.desktop.cluster.ShownCluster;
import dev.pileus.desktop.i18n.Messages;
import dev.pileus.desktop.i18n.Phrase;
import dev.pileus.desktop.shell.Badge;
import dev.pileus.desktop.shell.Content;
import dev.pileus.desktop.shell.Shell;
import dev.pileus.desktop.shell.View;
import dev.pileus.model.store.ClusterImage;
import dev.pileus.model.store.InstanceKey;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Node;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.materialdesign2.MaterialDesignS;

/// The map as a view of the window. Outlives the nodes that draw it, which are made anew in another
/// language; what the user has chosen on it stays.
public final class MapView implements Content {
    private final Shell shell;
    private final ShownCluster cluster;
    private final MapActions actions;
    private final ObjectProperty<LaneMode> lanes =
            new SimpleObjectProperty<>(LaneMode.FAILURE_DOMAINS);
    private @Nullable MapController drawn;

    public MapView(Shell shell, ShownCluster cluster, MapActions actions) {
        this.shell = shell;
        this.cluster = cluster;
        this.actions = actions;
    }

    /// The entry of the navigation.
    public View view() {
        return new View(
                View.Place.MAP,
                MaterialDesignS.SITEMAP,
                Phrase.of("map.title"),
                new ReadOnlyObjectWrapper<>(Badge.NONE),
                this);
    }

    @Override
    public Node open(Messages messages, Lifetime lifetime) {
        var map =
                new MapController(
                        messages, shell.look(), actions, shell.actions(), lanes, lifetime);
        var node = Screens.MAP_VIEW.open(messages, map);
        drawn = map;
        lifetime.atEnd(() -> drawn = null);
        lifetime.follow(cluster.image(), map::show);
        lifetime.follow(
                shell.selection().entity(), entity -> map.mark(member(entity), instance(entity)));
        return node;
    }

    /// What the map shows, read from its nodes; empty while it is not open or shows no cluster.
    public Optional<MapDump> dump(MapDump.Pills pills) {
        return Optional.ofNullable(drawn)
                .filter(_ -> !cluster.image().get().equals(ClusterImage.nothing()))
                .map(map -> map.dump(pills));
    }

    private static @Nullable String member(Optional<Entity> entity) {
        return entity.orElse(null) instanceof Entity.Member(var name) ? name : null;
    }

    private static @Nullable InstanceKey instance(Optional<Entity> entity) {
        return entity.orElse(null) instanceof Entity.Instance(var project, var name)
                ? new InstanceKey(project, name)
                : null;
    }
}
