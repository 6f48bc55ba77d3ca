package dev.pileus.desktop.views;

import dev.pileus.api.Instance;
import dev.pileus.desktop.actions.Entity;
import dev.pileus.desktop.cluster.Addresses;
import dev.pileus.desktop.cluster.States;
import dev.pileus.desktop.shell.Badge;
import dev.pileus.desktop.shell.View;
import dev.pileus.model.store.ClusterImage;
import dev.pileus.model.store.UnreadPart;
import java.util.List;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;

/// The instances of all projects, in the columns of `incus list`.
final class Instances implements Listing<Instances.Row> {
    /// An instance.
    ///
    /// @param silent whether its member does not answer
    record Row(Instance instance, boolean silent) {}

    @Override
    public View.Place place() {
        return View.Place.INSTANCES;
    }

    @Override
    public Ikon icon() {
        return MaterialDesignC.CUBE_OUTLINE;
    }

    @Override
    public UnreadPart.Part part() {
        return UnreadPart.Part.INSTANCES;
    }

    @Override
    public List<Column<Row>> columns() {
        return List.of(
                Column.<Row>of("name", 140, row -> row.instance().name())
                        .dotted(row -> States.tone(row.instance(), row.silent())),
                Column.word(
                        "status",
                        85,
                        row -> States.name(row.instance(), row.silent()),
                        row -> row.instance().status()),
                Column.of("location", 90, row -> row.instance().location()),
                Column.of("ipv4", 120, row -> String.join(", ", Addresses.ipv4(row.instance()))),
                Column.of("ipv6", 180, row -> String.join(", ", Addresses.ipv6(row.instance()))),
                Column.word(
                        "type",
                        125,
                        row -> States.type(row.instance()),
                        row -> row.instance().type()),
                Column.of("project", 90, row -> row.instance().project()));
    }

    @Override
    public List<Row> rows(ClusterImage image) {
        var silent = States.silent(image);
        return image.instances().stream()
                .map(instance -> new Row(instance, silent.contains(instance.location())))
                .toList();
    }

    @Override
    public Entity entity(Row row) {
        return new Entity.Instance(row.instance().project(), row.instance().name());
    }

    @Override
    public Badge badge(ClusterImage image) {
        return Badge.of(image.instances().size());
    }
}
