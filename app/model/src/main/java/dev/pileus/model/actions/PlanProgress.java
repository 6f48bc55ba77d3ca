package dev.pileus.model.actions;

import dev.pileus.api.Instance;
import dev.pileus.api.Operation;
import dev.pileus.model.plan.Plan;
import dev.pileus.model.store.ClusterImage;
import dev.pileus.model.store.InstanceKey;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// How far a running plan is with each instance, read from one image.
///
/// @param stages in the plan's order
public record PlanProgress(SequencedMap<InstanceKey, Stage> stages) {
    /// Key in the metadata of the operation, for restores as well.
    private static final String TEXT = "evacuation_progress";

    /// E.g. `Migrating "i3" in project "default" to "m1"`; newer servers append how far a copy is.
    private static final Pattern FORM =
            Pattern.compile("(Stopping|Migrating|Starting) \"([^\"]+)\" in project \"([^\"]+)\".*");

    public PlanProgress {
        stages = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(stages));
    }

    /// How far the server is with one instance.
    public enum Stage {
        WAITING,
        STOPPING,
        MOVING,
        STARTING,
        DONE
    }

    /// Servers handle one instance after the other: those before the present one are done, whatever
    /// became of them. All are, or wait still, when nothing runs.
    public static PlanProgress of(Plan plan, ClusterImage image) {
        var present = present(plan.member(), image);
        var goals = Goal.of(plan);
        boolean known = present.filter(now -> goals.stream().anyMatch(now::isAbout)).isPresent();
        Map<InstanceKey, Instance> instances =
                image.instances().stream()
                        .collect(
                                Collectors.toMap(
                                        InstanceKey::of, Function.identity(), (one, _) -> one));
        var stages = new LinkedHashMap<InstanceKey, Stage>();
        boolean before = known;
        for (var goal : goals) {
            var now = present.filter(it -> it.isAbout(goal));
            before &= now.isEmpty();
            boolean met =
                    goal.changesSomething()
                            && Optional.ofNullable(instances.get(goal.key()))
                                    .filter(goal::isMetBy)
                                    .isPresent();
            var otherwise = before || met ? Stage.DONE : Stage.WAITING;
            stages.put(goal.key(), now.map(Present::stage).orElse(otherwise));
        }
        return new PlanProgress(stages);
    }

    /// How many instances the server is through with.
    public int done() {
        return (int) stages.values().stream().filter(Stage.DONE::equals).count();
    }

    private record Present(InstanceKey instance, Stage stage) {
        boolean isAbout(Goal goal) {
            return goal.key().equals(instance);
        }
    }

    private static Optional<Present> present(String member, ClusterImage image) {
        return image.operations().stream()
                .filter(operation -> operation.location().equals(member))
                .filter(operation -> !operation.isFinished())
                .map(PlanProgress::present)
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static Optional<Present> present(Operation operation) {
        var matcher = FORM.matcher(operation.text(TEXT));
        return matcher.matches()
                ? Optional.of(
                        new Present(
                                new InstanceKey(matcher.group(3), matcher.group(2)),
                                stage(matcher.group(1))))
                : Optional.empty();
    }

    private static Stage stage(String verb) {
        return switch (verb) {
            case "Stopping" -> Stage.STOPPING;
            case "Starting" -> Stage.STARTING;
            default -> Stage.MOVING;
        };
    }
}
