package dev.pileus.desktop.plan;

import dev.pileus.api.MemberStatus;
import dev.pileus.desktop.Lifetime;
import dev.pileus.desktop.actions.Action;
import dev.pileus.desktop.actions.Actions;
import dev.pileus.desktop.actions.Entity;
import dev.pileus.desktop.cluster.ShownCluster;
import dev.pileus.desktop.i18n.Phrase;
import dev.pileus.model.store.InstanceKey;
import dev.pileus.model.store.MemberImage;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.kordamp.ikonli.materialdesign2.MaterialDesignE;
import org.kordamp.ikonli.materialdesign2.MaterialDesignP;
import org.kordamp.ikonli.materialdesign2.MaterialDesignR;

/// What the upkeep of a member offers in menus, inspector, command palette and by key.
public final class MaintenanceActions {
    private final ShownCluster cluster;

    public MaintenanceActions(ShownCluster cluster) {
        this.cluster = cluster;
    }

    /// Offers evacuation and restore, and what mends a failed one, until the end of `lifetime`.
    public void offer(
            Actions actions, Maintenance maintenance, LeftStopped leftStopped, Lifetime lifetime) {
        var evacuate =
                Action.of(
                        "member.evacuate",
                        Phrase.of("plan.do.evacuate"),
                        MaterialDesignE.EXIT_RUN,
                        members(member -> !inMaintenance(member)),
                        entity -> maintenance.evacuate(entity.name()));
        var restore =
                Action.of(
                        "member.restore",
                        Phrase.of("plan.do.restore"),
                        MaterialDesignR.RESTORE,
                        members(MaintenanceActions::inMaintenance),
                        entity -> maintenance.restore(entity.name()));
        var start =
                Action.of(
                        "member.startAgain",
                        Phrase.of("plan.do.startAgain"),
                        MaterialDesignP.PLAY,
                        entity -> !stopped(leftStopped, entity).isEmpty(),
                        entity -> leftStopped.start(stopped(leftStopped, entity)));
        actions.add(evacuate.on("E").unless(this::silence), lifetime);
        actions.add(restore.on("R").unless(this::silence), lifetime);
        actions.add(start, lifetime);
    }

    /// A member evacuates itself.
    private Optional<Phrase> silence(Entity entity) {
        return member(entity)
                .filter(member -> member.condition() == MemberStatus.OFFLINE)
                .map(member -> Phrase.of("plan.obstacle.offline", member.name()));
    }

    private static List<InstanceKey> stopped(LeftStopped leftStopped, Entity entity) {
        return entity instanceof Entity.Member(var name) ? leftStopped.on(name) : List.of();
    }

    private Predicate<Entity> members(Predicate<MemberImage> wanted) {
        return entity -> member(entity).filter(wanted).isPresent();
    }

    private Optional<MemberImage> member(Entity entity) {
        return entity instanceof Entity.Member(var name)
                ? cluster.image().get().member(name)
                : Optional.empty();
    }

    private static boolean inMaintenance(MemberImage member) {
        return member.condition().inMaintenance();
    }
}
