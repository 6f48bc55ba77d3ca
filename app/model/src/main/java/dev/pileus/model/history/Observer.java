package dev.pileus.model.history;

import dev.pileus.api.MemberStatus;
import dev.pileus.api.Operation;
import dev.pileus.model.history.Happening.Severity;
import dev.pileus.model.operations.Stage;
import dev.pileus.model.operations.Work;
import dev.pileus.model.store.Change;
import dev.pileus.model.store.ClusterImage;
import dev.pileus.model.store.ClusterUpdate;
import dev.pileus.model.store.Link;
import dev.pileus.model.store.MemberImage;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Notices in the images what no event tells. For one thread.
final class Observer {
    private final Set<String> failedOperations = new HashSet<>();
    private Optional<String> leader = Optional.empty();
    private @Nullable Link link;

    /// Something noticed, not yet numbered.
    record Notice(Severity severity, Occurrence occurrence, Subject subject) {}

    List<Notice> look(ClusterUpdate update) {
        var image = update.image();
        var notices = new ArrayList<Notice>();
        connection(image.link()).ifPresent(notices::add);
        update.delta().turned().stream()
                .filter(change -> !isTold(change, image))
                .map(Observer::turned)
                .forEach(notices::add);
        leader(image).ifPresent(notices::add);
        failures(image).forEach(notices::add);
        return notices;
    }

    private Optional<Notice> connection(Link now) {
        var before = link;
        link = now;
        return switch (now) {
            case Link.Interrupted(var trouble, var since)
                    when !(before instanceof Link.Interrupted) ->
                    Optional.of(
                            new Notice(
                                    Severity.ERROR,
                                    new Occurrence.ConnectionLost(trouble),
                                    Subject.server()));
            case Link.Connected connected when before instanceof Link.Interrupted ->
                    Optional.of(
                            new Notice(
                                    Severity.GOOD,
                                    new Occurrence.ConnectionBack(),
                                    Subject.server()));
            default -> Optional.empty();
        };
    }

    /// Maintenance is told by events of its own, while they arrive.
    private static boolean isTold(Change<MemberImage> change, ClusterImage image) {
        var live = image.link() instanceof Link.Connected connected && connected.live();
        return live
                && (change.after().condition().inMaintenance()
                        || change.before().condition().inMaintenance())
                && change.after().condition() != MemberStatus.OFFLINE;
    }

    private static Notice turned(Change<MemberImage> change) {
        var after = change.after().condition();
        return new Notice(
                switch (after) {
                    case OFFLINE -> Severity.ERROR;
                    case ONLINE -> Severity.GOOD;
                    case BLOCKED, UNKNOWN -> Severity.WARNING;
                    case EVACUATED, EVACUATING, RESTORING -> Severity.INFO;
                },
                new Occurrence.StatusChanged(
                        change.before().condition(), after, change.after().member().message()),
                Subject.member(change.after().name()));
    }

    /// A cluster is without leader for a moment while the leader moves.
    private Optional<Notice> leader(ClusterImage image) {
        var now = image.leader().map(MemberImage::name);
        if (now.isEmpty() || now.equals(leader)) {
            return Optional.empty();
        }
        var before = leader;
        leader = now;
        return before.map(old ->
                new Notice(
                        Severity.WARNING,
                        new Occurrence.LeaderMoved(old),
                        Subject.member(now.get())));
    }

    private Stream<Notice> failures(ClusterImage image) {
        failedOperations.retainAll(image.operations().stream().map(Operation::id).toList());
        return image.operations().stream()
                .filter(operation -> Stage.of(operation) instanceof Stage.Failed)
                .filter(operation -> failedOperations.add(operation.id()))
                .map(Observer::failed);
    }

    private static Notice failed(Operation operation) {
        var work = Work.of(operation);
        return new Notice(
                Severity.ERROR,
                new Occurrence.OperationFailed(work, operation.err()),
                subject(work, operation));
    }

    private static Subject subject(Work work, Operation operation) {
        return switch (work) {
            case Work.Evacuating(var member) -> Subject.member(member);
            case Work.Restoring(var member) -> Subject.member(member);
            case Work.OnInstance(var verb, var instance) ->
                    new Subject(Subject.Kind.INSTANCE, instance.project(), instance.name());
            case Work.Healing healing -> Subject.server();
            case Work.Other other -> Subject.member(operation.location());
        };
    }
}
