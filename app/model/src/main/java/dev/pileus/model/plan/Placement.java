package dev.pileus.model.plan;

import dev.pileus.api.Instance;
import dev.pileus.api.Operation;
import dev.pileus.model.store.ClusterImage;
import dev.pileus.model.store.MemberImage;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToIntFunction;
import java.util.stream.IntStream;

/// Where the servers send instances: to the fitting member with the fewest instances, and of
/// several equal ones to the first by internal id (Incus `db/node.go` GetCandidateMembers; LXD
/// GetNodeWithLeastInstances). Goes on counting with what it has placed; not thread-safe.
final class Placement {
    /// Incus sorts with an algorithm that keeps the order of equals only up to so many elements.
    private static final int STABLE_SORT = 12;

    /// The servers go on counting a creation for five seconds after its end (seen on 6.0.4), and a
    /// move is a creation where it ends: an instance that has just arrived weighs twice. No more
    /// than so many small ones arrive in that time.
    private static final int LINGERING = 5;

    private final List<MemberImage> others;
    private final Fit fit;
    private final boolean sorts;
    private final Map<String, Integer> loads = new HashMap<>();

    /// Who received the instances that are placed already, the newest first.
    private final Deque<String> arrivals = new ArrayDeque<>();

    /// Members that were equally loaded, by that load, when it first became uncertain who of them
    /// got an instance.
    private final Map<Integer, List<String>> rivals = new HashMap<>();

    Placement(ClusterImage image, String source, ServerRules rules) {
        this.fit = new Fit(rules);
        this.sorts = rules.sortsCandidates();
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
        boolean stable = !sorts || fitting.size() <= STABLE_SORT;
        var destination = stable ? byPace(fitting) : byLoad(fitting);
        var likeliest =
                switch (destination) {
                    case Destination.OneOf(var members) -> members.getFirst();
                    case Destination.MovesTo(var member) -> member;
                    default -> throw new IllegalStateException(destination.toString());
                };
        loads.merge(likeliest, 1, Integer::sum);
        arrivals.addFirst(likeliest);
        return destination;
    }

    /// At each pace one member is the lightest; only when they are all the same is it certain.
    private Destination byPace(List<String> fitting) {
        var possible =
                paces().mapToObj(lingering -> lightest(fitting, lingering).getFirst())
                        .distinct()
                        .toList();
        return possible.size() == 1
                ? new Destination.MovesTo(possible.getFirst())
                : new Destination.OneOf(possible);
    }

    private Destination byLoad(List<String> fitting) {
        var equals = lightest(fitting, 0);
        return uncertain(fitting, equals, load(equals.getFirst()));
    }

    /// How many of the newest arrivals may still be counted twice, the likeliest number first: the
    /// last one has just ended when the next target is chosen, the one before it has not.
    private IntStream paces() {
        int most = Math.min(arrivals.size(), LINGERING);
        int likeliest = Math.min(most, 1);
        return IntStream.concat(
                IntStream.of(likeliest),
                IntStream.rangeClosed(0, most).filter(pace -> pace != likeliest));
    }

    /// The members with the fewest instances, in the server's order.
    private List<String> lightest(List<String> fitting, int lingering) {
        var newest = arrivals.stream().limit(lingering).toList();
        ToIntFunction<String> weight = name -> load(name) + Collections.frequency(newest, name);
        int least = fitting.stream().mapToInt(weight).min().orElseThrow();
        return fitting.stream().filter(name -> weight.applyAsInt(name) == least).toList();
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
