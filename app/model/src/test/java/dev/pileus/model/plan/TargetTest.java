package dev.pileus.model.plan;

import static dev.pileus.model.plan.Guest.running;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.pileus.model.plan.Destination.Misfit;
import dev.pileus.model.plan.Destination.MovesTo;
import dev.pileus.model.plan.Destination.NoMemberFits;
import dev.pileus.model.plan.Destination.NotPredictable;
import dev.pileus.model.plan.Destination.Obstruction;
import dev.pileus.model.plan.Destination.OneOf;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class TargetTest {
    @Test
    void choosesTheMemberWithFewestInstancesRunningOrNot() {
        var scene =
                Scene.of(Software.INCUS_6_0_4, "m1", "m2", "m3")
                        .running("m1", "a")
                        .running("m2", "b")
                        .stopped("m2", "c")
                        .running("m3", "d");

        assertThat(targets(scene)).containsExactly(new MovesTo("m3"));
    }

    @Test
    void amongEqualsTheFirstInTheServersOrder() {
        var scene = Scene.of(Software.INCUS_6_0_4, "m3", "m1", "m2").running("m1", "a");

        assertThat(targets(scene)).containsExactly(new MovesTo("m3"));
    }

    @ParameterizedTest
    @EnumSource(Software.class)
    void countsWhatItHasMovedAlready(Software software) {
        var scene =
                Scene.of(software, "m1", "m2", "m3")
                        .running("m1", "a", "b")
                        .running("m2", "v", "w", "x");

        assertThat(targets(scene)).containsExactly(new MovesTo("m3"), new MovesTo("m3"));
    }

    /// Seen on Incus 6.0.4: after the first one arrived at m3, both are equal and m3 comes first in
    /// order, but while that arrival is fresh it counts twice, and m2 is lighter.
    @ParameterizedTest
    @EnumSource(Software.class)
    void namesBothWhereItDependsOnHowFastTheServerIs(Software software) {
        var scene =
                Scene.of(software, "m1", "m3", "m2")
                        .running("m1", "a", "b")
                        .running("m2", "x", "y")
                        .running("m3", "z");

        assertThat(targets(scene))
                .containsExactly(new MovesTo("m3"), new OneOf(List.of("m2", "m3")));
    }

    @Test
    void takesInstancesByName() {
        var plan = plan(Scene.of(Software.INCUS_6_0_4, "m1", "m2").running("m1", "b", "a10", "a2"));

        assertThat(plan.instances())
                .extracting(InstanceForecast::instance)
                .containsExactly("a10", "a2", "b");
    }

    @Test
    void countsInstancesThatAreBeingCreated() {
        var scene =
                Scene.of(Software.INCUS_6_0_4, "m1", "m2", "m3")
                        .running("m1", "a")
                        .operation("m2", "Creating instance")
                        .operation("m3", "Executing command");

        assertThat(targets(scene)).containsExactly(new MovesTo("m3"));
    }

    static Stream<Arguments> misfits() {
        var plain = running("a");
        var grouped = plain.with("volatile.cluster.group", "gpu");
        return Stream.of(
                arguments(
                        "offline", plain, scene().status("Offline", "m2"), Obstruction.OFFLINE, ""),
                arguments(
                        "evacuated",
                        plain,
                        scene().status("Evacuated", "m2"),
                        Obstruction.IN_MAINTENANCE,
                        ""),
                arguments(
                        "restoring",
                        plain,
                        scene().status("Restoring", "m2"),
                        Obstruction.IN_MAINTENANCE,
                        ""),
                arguments(
                        "manual",
                        plain,
                        scene().scheduler("m2", "manual"),
                        Obstruction.MANUAL_ONLY,
                        ""),
                arguments(
                        "group only",
                        plain,
                        scene().scheduler("m2", "group"),
                        Obstruction.GROUP_ONLY,
                        ""),
                arguments(
                        "group only, of that group, before Incus 7.2",
                        grouped,
                        scene().scheduler("m2", "group").groups("m2", "gpu"),
                        Obstruction.GROUP_ONLY,
                        ""),
                arguments("other group", grouped, scene(), Obstruction.OUTSIDE_GROUP, "gpu"),
                arguments(
                        "architecture",
                        plain.architecture("aarch64"),
                        scene(),
                        Obstruction.ARCHITECTURE,
                        "aarch64"));
    }

    private static Scene scene() {
        return Scene.of(Software.INCUS_6_0_4, "m1", "m2");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("misfits")
    void saysWhyNobodyFits(
            String name, Guest guest, Scene scene, Obstruction obstruction, String detail) {
        assertThat(targets(scene.add(guest)))
                .containsExactly(new NoMemberFits(List.of(new Misfit("m2", obstruction, detail))));
    }

    @Test
    void membersRunForeignPersonalities() {
        assertThat(targets(scene().add(running("a").architecture("i686"))))
                .containsExactly(new MovesTo("m2"));
    }

    @Test
    void newestIncusReachesMembersThatTakeByGroupOnly() {
        var scene =
                Scene.of(Software.INCUS_NEWEST, "m1", "m2")
                        .scheduler("m2", "group")
                        .groups("m2", "gpu")
                        .add(running("a").with("volatile.cluster.group", "gpu"));

        assertThat(targets(scene)).containsExactly(new MovesTo("m2"));
    }

    @Test
    void lxd50ForgetsTheGroup() {
        var scene =
                Scene.of(Software.LXD_5_0, "m1", "m2")
                        .add(running("a").with("volatile.cluster.group", "gpu"));

        assertThat(targets(scene)).containsExactly(new MovesTo("m2"));
    }

    @Test
    void aBlockedMemberStillTakesInstances() {
        assertThat(targets(scene().status("Blocked", "m2").running("m1", "a")))
                .containsExactly(new MovesTo("m2"));
    }

    @Test
    void placementScriptletCannotBeForeseen() {
        var scene = scene().config("instances.placement.scriptlet", "def …").running("m1", "a");

        assertThat(targets(scene))
                .containsExactly(new NotPredictable(Destination.Cause.PLACEMENT_SCRIPTLET));
    }

    @Test
    void placementGroupCannotBeForeseen() {
        var guest = running("a").with("placement.group", "spread");

        assertThat(targets(Scene.of(Software.LXD_6_9, "m1", "m2", "m3").add(guest)))
                .containsExactly(new NotPredictable(Destination.Cause.PLACEMENT_GROUP));
        assertThat(targets(scene().add(guest))).containsExactly(new MovesTo("m2"));
    }

    @Test
    void manyEqualMembersCannotBeToldApart() {
        var names = IntStream.rangeClosed(1, 14).mapToObj(i -> "m" + i).toArray(String[]::new);
        var scene =
                Scene.of(Software.INCUS_6_0_4, names).running("m1", "a", "b").running("m2", "c");

        var others = List.of(names).subList(2, 14);
        assertThat(targets(scene)).containsExactly(new OneOf(others), new OneOf(others));
    }

    @Test
    void lxdTakesTheFirstOfManyEqualMembers() {
        var names = IntStream.rangeClosed(1, 14).mapToObj(i -> "m" + i).toArray(String[]::new);

        assertThat(targets(Scene.of(Software.LXD_5_0, names).running("m1", "a")))
                .containsExactly(new MovesTo("m2"));
    }

    @Test
    void defaultProjectComesFirstAndOneOtherAfterIt() {
        var scene =
                Scene.of(Software.INCUS_6_0_4, "m1", "m2", "m3")
                        .add(running("a").in("apps"))
                        .running("m1", "z");

        assertThat(plan(scene).instances())
                .extracting(InstanceForecast::instance, InstanceForecast::destination)
                .containsExactly(tuple("z", new MovesTo("m2")), tuple("a", new MovesTo("m3")));
    }

    @Test
    void unknownOrderOfProjectsMakesTargetsUncertain() {
        var scene =
                Scene.of(Software.INCUS_6_0_4, "m1", "m2", "m3")
                        .add(running("a1").in("aa"))
                        .add(running("a2").in("aa"))
                        .add(running("z1").in("zz"));

        assertThat(targets(scene))
                .containsExactly(
                        new OneOf(List.of("m2", "m3")),
                        new OneOf(List.of("m2", "m3")),
                        new MovesTo("m2"));
    }

    private static List<Destination> targets(Scene scene) {
        return plan(scene).instances().stream().map(InstanceForecast::destination).toList();
    }

    private static EvacuationPlan plan(Scene scene) {
        return EvacuationPlan.of(scene.image(), "m1", EvacuationMode.AUTOMATIC);
    }
}
