package dev.pileus.desktop.cluster;

import dev.pileus.desktop.actions.Action;
import dev.pileus.desktop.actions.Entity;
import dev.pileus.desktop.i18n.Messages;
import dev.pileus.desktop.search.Hit;
import dev.pileus.desktop.search.Query;
import dev.pileus.desktop.search.Source;
import dev.pileus.desktop.shell.Shell;
import dev.pileus.desktop.shell.View;
import dev.pileus.model.store.ClusterImage;
import java.util.Optional;
import java.util.stream.Stream;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignG;
import org.kordamp.ikonli.materialdesign2.MaterialDesignS;

/// Finds members, instances and groups by name, and what can be done to them: `evac node3`.
public final class EntitySource implements Source {
    /// So that actions on something found stand after the thing itself.
    private static final int FURTHER = 1;

    /// And those whose thing was not named, after all else.
    private static final int NAMELESS = 100;

    private final Shell shell;
    private final ShownCluster cluster;

    public EntitySource(Shell shell, ShownCluster cluster) {
        this.shell = shell;
        this.cluster = cluster;
    }

    /// A thing that can be found.
    private record Thing(Entity entity, Ikon icon, View.Place home, String detail) {}

    @Override
    public Stream<Hit> find(Query query, Messages messages) {
        if (query.isEmpty()) {
            return Stream.empty();
        }
        return things(cluster.image().get(), messages)
                .flatMap(thing ->
                        Stream.concat(itself(thing, query), deeds(thing, query, messages)));
    }

    private static Stream<Thing> things(ClusterImage image, Messages messages) {
        var members =
                image.members().stream()
                        .map(member ->
                                new Thing(
                                        new Entity.Member(member.name()),
                                        MaterialDesignS.SERVER,
                                        View.Place.MEMBERS,
                                        messages.text(States.name(member))));
        var instances =
                image.instances().stream()
                        .map(instance ->
                                new Thing(
                                        new Entity.Instance(instance.project(), instance.name()),
                                        MaterialDesignC.CUBE_OUTLINE,
                                        View.Place.INSTANCES,
                                        instance.location()));
        var groups =
                image.groups().stream()
                        .map(group ->
                                new Thing(
                                        new Entity.Group(group.name()),
                                        MaterialDesignG.GROUP,
                                        View.Place.GROUPS,
                                        group.description()));
        return Stream.of(members, instances, groups).flatMap(things -> things);
    }

    private Stream<Hit> itself(Thing thing, Query query) {
        var name = thing.entity().name();
        return query.distance(name).stream()
                .mapToObj(distance ->
                        new Hit(thing.icon(), name, thing.detail(), distance, () -> show(thing)));
    }

    /// Some words may name the thing, the others what is to be done to it.
    private Stream<Hit> deeds(Thing thing, Query query, Messages messages) {
        var rest = query.without(thing.entity().name());
        if (rest.isEmpty() || isSelected(thing)) {
            return Stream.empty();
        }
        int further = rest.equals(query) ? NAMELESS : FURTHER;
        return shell.actions().all().stream()
                .flatMap(action -> deed(action, thing, rest, further, messages));
    }

    /// Titles are compared first: whether an action is offered takes a look at the cluster.
    private Stream<Hit> deed(
            Action action, Thing thing, Query rest, int further, Messages messages) {
        var title = messages.text(action.title());
        return rest.distance(title).stream()
                .filter(_ -> action.offered().test(thing.entity()))
                .mapToObj(distance ->
                        new Hit(
                                action.icon(),
                                title,
                                thing.entity().name(),
                                distance + further,
                                () -> shell.perform(action, thing.entity())));
    }

    /// What is selected is found with its actions elsewhere already.
    private boolean isSelected(Thing thing) {
        return shell.selection().entity().get().equals(Optional.of(thing.entity()));
    }

    /// The map shows members and instances itself.
    private void show(Thing thing) {
        boolean onMap =
                shell.views().shown().get().map(View::place).equals(Optional.of(View.Place.MAP));
        if (!onMap || thing.home() == View.Place.GROUPS) {
            shell.views().show(thing.home());
        }
        shell.selection().select(thing.entity());
        shell.inspectorOpen().set(true);
    }
}
