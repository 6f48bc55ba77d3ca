package dev.pileus.desktop.views;

import dev.pileus.api.ClusterGroup;
import dev.pileus.desktop.actions.Entity;
import dev.pileus.desktop.shell.Badge;
import dev.pileus.desktop.shell.View;
import dev.pileus.model.store.ClusterImage;
import dev.pileus.model.store.UnreadPart;
import java.util.List;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignG;

/// The groups of members.
final class Groups implements Listing<ClusterGroup> {
    @Override
    public View.Place place() {
        return View.Place.GROUPS;
    }

    @Override
    public Ikon icon() {
        return MaterialDesignG.GROUP;
    }

    @Override
    public UnreadPart.Part part() {
        return UnreadPart.Part.GROUPS;
    }

    @Override
    public List<Column<ClusterGroup>> columns() {
        return List.of(
                Column.of("name", 140, ClusterGroup::name),
                Column.number("count", 90, group -> group.members().size()),
                Column.of(
                        "members",
                        320,
                        group ->
                                String.join(
                                        ", ",
                                        group.members().stream()
                                                .sorted(NaturalOrder.IGNORING_CASE)
                                                .toList())),
                Column.of("description", 260, ClusterGroup::description));
    }

    @Override
    public List<ClusterGroup> rows(ClusterImage image) {
        return image.groups();
    }

    @Override
    public Entity entity(ClusterGroup row) {
        return new Entity.Group(row.name());
    }

    @Override
    public Badge badge(ClusterImage image) {
        return Badge.of(image.groups().size());
    }
}
