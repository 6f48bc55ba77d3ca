package dev.pileus.model.plan;

import dev.pileus.api.Instance;
import dev.pileus.api.Operation;
import dev.pileus.model.store.ClusterImage;
import dev.pileus.model.store.MemberImage;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Where the servers send instances: to the fitting member with the fewest instances, and of
/// several equal ones to the first by internal id (Incus `db/node.go` GetCandidateMembers; LXD
/// GetNodeWithLeastInstances). Goes on counting with what it has placed; not thread-safe.
final class Placement {
    /// Incus sorts with an algorithm that keeps the order of equals only up to so many elements.
    private static final int STABLE_SORT = 12;

    private final List<MemberImage> others;
    private final Fit fit;
    private final boolean sorts;
    private final Map<String, Integer> loads = new HashMap<>();

    /// Members that were equally loaded, by that load, when it first became uncertain who of them
    /// got an instance.
    private final Map<Integer, List<String>> rivals = new HashMap<>();

    Placement(ClusterImage image, String source, ServerRules rules) {
        this.fit = new Fit(rules);
        this.sorts = rules.noTarget() != NoTargetRule.SKIPS;
        this.others =
                image.members().stream().filter(member -> !member.name().equals(source)).toList();
        image.instances().forEach(instance -> loads.merge(instance.location(), 1, Integer::sum));
        image.operations().stream()
                .filter(Placement::creates)
                .forEach(operation -> loads.merge(operation.location(), 1, Integer::sum));
    }

    /// The servers count an instance that is being created, even when its record is there already.
    private static boolean creates(Operation operation) {
        return operation.description().equals("Creating instance") && !operation.isFinished();
    }

    /// Chooses a member and counts the instance there.
    Destination place(Instance instance) {
        var misfits = new ArrayList<Destination.Misfit>();
        var fitting = new ArrayList<String>();
        for (var member : others) {
            fit.misfit(member.member(), instance)
                    .ifPresentOrElse(misfits::add, () -> fitting.add(member.name()));
        }
        if (fitting.isEmpty()) {
            return new Destination.NoMemberFits(misfits);
        }
        int least = fitting.stream().mapToInt(this::load).min().orElseThrow();
        var equals = fitting.stream().filter(name -> load(name) == least).toList();
        loads.merge(equals.getFirst(), 1, Integer::sum);
        boolean stable = !sorts || fitting.size() <= STABLE_SORT;
        return stable
                ? new Destination.MovesTo(equals.getFirst())
                : uncertain(fitting, equals, least);
    }

    private Destination uncertain(List<String> fitting, List<String> equals, int load) {
        var possible = new ArrayList<>(rivals.computeIfAbsent(load, none -> equals));
        possible.retainAll(fitting);
        return possible.size() > 1
                ? new Destination.OneOf(possible)
                : new Destination.MovesTo(equals.getFirst());
    }

    private int load(String member) {
        return loads.getOrDefault(member, 0);
    }
}
