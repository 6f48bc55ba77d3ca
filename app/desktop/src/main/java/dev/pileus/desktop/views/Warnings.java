package dev.pileus.desktop.views;

import dev.pileus.api.Warning;
import dev.pileus.desktop.actions.Entity;
import dev.pileus.desktop.cluster.States;
import dev.pileus.desktop.shell.Badge;
import dev.pileus.desktop.shell.View;
import dev.pileus.desktop.theme.Tone;
import dev.pileus.model.store.ClusterImage;
import dev.pileus.model.store.UnreadPart;
import java.util.List;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;

/// The warnings of all members, in the columns of `incus warning list`.
final class Warnings implements Listing<Warning> {
    private static final String NEW = "new";

    @Override
    public View.Place place() {
        return View.Place.WARNINGS;
    }

    @Override
    public Ikon icon() {
        return MaterialDesignA.ALERT_OUTLINE;
    }

    @Override
    public UnreadPart.Part part() {
        return UnreadPart.Part.WARNINGS;
    }

    @Override
    public List<Column<Warning>> columns() {
        return List.of(
                Column.of("type", 190, Warning::type).dotted(States::tone),
                Column.of("severity", 85, Warning::severity),
                Column.of("status", 100, Warning::status),
                Column.number("times", 65, Warning::count),
                Column.moment("seen", 100, Warning::lastSeenAt),
                Column.of("location", 90, Warning::location),
                Column.of("project", 100, Warning::project).spare(),
                Column.of("message", 200, Warning::lastMessage));
    }

    @Override
    public List<Warning> rows(ClusterImage image) {
        return image.warnings();
    }

    @Override
    public Entity entity(Warning row) {
        return new Entity.Warning(row.uuid());
    }

    @Override
    public Badge badge(ClusterImage image) {
        long fresh = image.warnings().stream().filter(one -> one.status().equals(NEW)).count();
        return Badge.attention(fresh, Tone.CAUTION);
    }
}
