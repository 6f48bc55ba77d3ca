package dev.pileus.desktop.views;

import dev.pileus.api.Operation;
import dev.pileus.desktop.actions.Entity;
import dev.pileus.desktop.cluster.States;
import dev.pileus.desktop.shell.Badge;
import dev.pileus.desktop.shell.View;
import dev.pileus.model.store.ClusterImage;
import dev.pileus.model.store.UnreadPart;
import java.util.List;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignP;

/// The operations of all members, tokens included, in the columns of `incus operation list`.
final class Operations implements Listing<Operation> {
    @Override
    public View.Place place() {
        return View.Place.OPERATIONS;
    }

    @Override
    public Ikon icon() {
        return MaterialDesignP.PROGRESS_CLOCK;
    }

    @Override
    public UnreadPart.Part part() {
        return UnreadPart.Part.OPERATIONS;
    }

    @Override
    public List<Column<Operation>> columns() {
        return List.of(
                Column.of("description", 190, Operation::description).dotted(States::tone),
                Column.of("status", 85, Operation::status),
                Column.of("class", 90, Operation::operationClass),
                Column.of("location", 90, Operation::location),
                Column.moment("created", 90, Operation::createdAt),
                Column.of("progress", 140, Operation::progress),
                Column.of("error", 150, Operation::err),
                Column.of("id", 290, Operation::id).code().spare());
    }

    @Override
    public List<Operation> rows(ClusterImage image) {
        return image.operations();
    }

    @Override
    public Entity entity(Operation row) {
        return new Entity.Operation(row.id());
    }

    /// As many as the activity pane shows: a token waits to be used, nothing is being done.
    @Override
    public Badge badge(ClusterImage image) {
        return Badge.of(
                image.operations().stream()
                        .filter(one -> !one.isFinished())
                        .filter(one -> !one.operationClass().equals(Operation.CLASS_TOKEN))
                        .count());
    }
}
