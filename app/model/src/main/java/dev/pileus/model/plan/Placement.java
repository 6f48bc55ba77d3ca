package dev.pileus.model.plan;

import dev.pileus.api.ClusterMember;
import dev.pileus.api.Instance;
import dev.pileus.api.MemberStatus;
import dev.pileus.api.Operation;
import dev.pileus.model.store.ClusterImage;
import dev.pileus.model.store.MemberImage;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;

/// Where the servers send instances: to the fitting member with the fewest instances, the first of
/// them by internal id (Incus `db/node.go` GetCandidateMembers, LXD GetNodeWithLeastInstances).
/// Counts what it has placed so far; not thread-safe.
final class Placement {
    /// Go's sort.Slice is an insertion sort, so stable, up to this many elements; above, ties fall
    /// as they like.
    private static final int STABLE_SORT = 12;

    private final List<MemberImage> others;
    private final String source;
    private final ServerRules rules;
    private final boolean stable;
    private final SequencedMap<String, Integer> counts = new LinkedHashMap<>();

    Placement(ClusterImage image, String source, ServerRules rules) {
        this.source = source;
        this.rules = rules;
        this.others =
                image.members().stream().filter(member -> !member.name().equals(source)).toList();
        this.stable = others.size() <= STABLE_SORT;
        for (var member : image.members()) {
            counts.put(
                    member.name(),
                    image.instancesOn(member.name()).size() + creating(image, member.name()));
        }
    }

    /// Instances that are being created count before they are listed.
    private static int creating(ClusterImage image, String member) {
        return (int)
                image.operations().stream()
                        .filter(operation -> operation.location().equals(member))
                        .filter(operation -> operation.description().equals("Creating instance"))
                        .filter(operation -> !operation.isFinished())
                        .filter(operation -> !listed(image, operation))
                        .count();
    }

    /// Once the record is made, it counts twice on the server as well, but only until the work
    /// ends.
    private static boolean listed(ClusterImage image, Operation operation) {
        return operation.resources().getOrDefault("instances", List.of()).stream()
                .anyMatch(url ->
                        image.instances().stream()
                                .anyMatch(one -> url.endsWith("/instances/" + one.name())));
    }

    Map<String, Integer> counts() {
        return Collections.unmodifiableMap(new LinkedHashMap<>(counts));
    }

    /// Chooses and counts the instance there.
    Destination place(Instance instance) {
        var misfits = new ArrayList<Destination.Misfit>();
        var fitting = new ArrayList<String>();
        for (var member : others) {
            misfit(member, instance)
                    .ifPresentOrElse(misfits::add, () -> fitting.add(member.name()));
        }
        if (fitting.isEmpty()) {
            return new Destination.NoMemberFits(misfits);
        }
        int least = Collections.min(fitting.stream().map(this::count).toList());
        var equals = fitting.stream().filter(name -> count(name) == least).toList();
        move(equals.getFirst());
        return stable || equals.size() == 1
                ? new Destination.MovesTo(equals.getFirst())
                : new Destination.OneOf(equals);
    }

    private void move(String target) {
        counts.merge(target, 1, Integer::sum);
        counts.merge(source, -1, Integer::sum);
    }

    private int count(String member) {
        return counts.getOrDefault(member, 0);
    }

    private Optional<Destination.Misfit> misfit(MemberImage image, Instance instance) {
        var member = image.member();
        var group = rules.honoursGroup() ? instance.volatileKey(Instance.CLUSTER_GROUP) : "";
        return obstruction(image, instance, group)
                .map(found ->
                        new Destination.Misfit(
                                member.serverName(), found, detail(found, instance, group)));
    }

    private static String detail(
            Destination.Obstruction obstruction, Instance instance, String group) {
        return switch (obstruction) {
            case OUTSIDE_GROUP -> group;
            case ARCHITECTURE -> instance.architecture();
            case OFFLINE, IN_MAINTENANCE, MANUAL_ONLY, GROUP_ONLY, PROJECT_RESTRICTION -> "";
        };
    }

    private static Optional<Destination.Obstruction> obstruction(
            MemberImage image, Instance instance, String group) {
        var member = image.member();
        if (image.condition() == MemberStatus.OFFLINE) {
            return Optional.of(Destination.Obstruction.OFFLINE);
        }
        if (image.condition().inMaintenance()) {
            return Optional.of(Destination.Obstruction.IN_MAINTENANCE);
        }
        if (member.scheduler().equals("manual")) {
            return Optional.of(Destination.Obstruction.MANUAL_ONLY);
        }
        if (!group.isEmpty() && !member.groups().contains(group)) {
            return Optional.of(Destination.Obstruction.OUTSIDE_GROUP);
        }
        if (member.scheduler().equals("group") && !placedByGroup(member, group)) {
            return Optional.of(Destination.Obstruction.GROUP_ONLY);
        }
        return Architectures.runs(member.architecture(), instance.architecture())
                ? Optional.empty()
                : Optional.of(Destination.Obstruction.ARCHITECTURE);
    }

    private static boolean placedByGroup(ClusterMember member, String group) {
        return member.groups().contains(group);
    }
}
