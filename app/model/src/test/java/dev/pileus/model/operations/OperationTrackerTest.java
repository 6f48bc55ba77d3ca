package dev.pileus.model.operations;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pileus.api.Instance;
import dev.pileus.api.Json;
import dev.pileus.api.Operation;
import dev.pileus.api.StatusCode;
import dev.pileus.model.operations.Progress.Count;
import dev.pileus.model.operations.Work.Verb;
import dev.pileus.model.store.ClusterImage;
import dev.pileus.model.store.InstanceKey;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class OperationTrackerTest {
    private static final Instant NOW = Instant.parse("2026-11-20T12:00:00Z");
    private static final Operation EVACUATION =
            operation("Evacuating cluster member", StatusCode.RUNNING, Map.of());

    private final OperationTracker tracker = new OperationTracker();

    @Test
    void countsWhatAnEvacuationHasMoved() {
        look(image(List.of(), at("i1", "m1"), at("i2", "m1"), at("i3", "m2")), NOW);
        var begun = look(image(EVACUATION, at("i1", "m1"), at("i2", "m1"), at("i3", "m2")), NOW);
        assertThat(begun.work()).isEqualTo(new Work.Evacuating("m1"));
        assertThat(begun.progress().count()).contains(new Count(0, 2));
        var half = look(image(EVACUATION, at("i1", "m2"), at("i2", "m1"), at("i3", "m2")), NOW);
        assertThat(half.progress().count()).contains(new Count(1, 2));
        assertThat(half.progress().share()).hasValue(0.5);
    }

    @Test
    void countsAnInstanceThatIsStoppedInPlace() {
        var stays = Map.<String, Object>of("expanded_config", Map.of("cluster.evacuate", "stop"));
        look(image(List.of()), NOW);
        var begun = look(image(EVACUATION, instance("i1", "m1", 103, stays)), NOW);
        assertThat(begun.progress().count()).contains(new Count(0, 1));
        var done = look(image(EVACUATION, instance("i1", "m1", 102, stays)), NOW);
        assertThat(done.progress().count()).contains(new Count(1, 1));
    }

    @Test
    void doesNotCountAStopThatIsTheFirstHalfOfAMove() {
        look(image(List.of()), NOW);
        look(image(EVACUATION, at("i1", "m1")), NOW);
        var stopped = look(image(EVACUATION, instance("i1", "m1", 102, Map.of())), NOW);
        assertThat(stopped.progress().count()).contains(new Count(0, 1));
    }

    @Test
    void recognisesWhatWasMovedBeforeTheConsoleLooked() {
        var moved = Map.<String, Object>of("config", Map.of("volatile.evacuate.origin", "m1"));
        var row = look(image(EVACUATION, instance("i1", "m2", 103, moved), at("i2", "m1")), NOW);
        assertThat(row.progress().count()).contains(new Count(1, 2));
    }

    @Test
    void countsWhatWasDoneBeforeTheFirstSight() {
        var restore = operation("Restoring cluster member", StatusCode.RUNNING, Map.of());
        var off = Map.<String, Object>of("config", Map.of("volatile.last_state.power", "RUNNING"));
        look(image(List.of(), instance("i1", "m1", 102, off), instance("i2", "m1", 102, off)), NOW);
        var begun = look(image(restore, at("i1", "m1"), instance("i2", "m1", 102, off)), NOW);
        assertThat(begun.progress().count()).contains(new Count(1, 2));
    }

    @Test
    void countsWhatARestoreHasBroughtBack() {
        var restore = operation("Restoring cluster member", StatusCode.RUNNING, Map.of());
        var away = Map.<String, Object>of("config", Map.of("volatile.evacuate.origin", "m1"));
        var off = Map.<String, Object>of("config", Map.of("volatile.last_state.power", "RUNNING"));
        look(image(List.of()), NOW);
        var begun =
                look(
                        image(
                                restore,
                                instance("i1", "m2", 103, away),
                                instance("i2", "m1", 102, off)),
                        NOW);
        assertThat(begun.progress().count()).contains(new Count(0, 2));
        var half = look(image(restore, instance("i1", "m2", 103, away), at("i2", "m1")), NOW);
        assertThat(half.progress().count()).contains(new Count(1, 2));
    }

    @Test
    void estimatesTheTimeLeftFromThePaceSoFar() {
        look(image(List.of()), NOW);
        var all = new Instance[] {at("i1", "m1"), at("i2", "m1"), at("i3", "m1"), at("i4", "m1")};
        assertThat(look(image(EVACUATION, all), NOW).progress().left()).isEmpty();
        all[0] = at("i1", "m2");
        var row = look(image(EVACUATION, all), NOW.plusSeconds(10));
        assertThat(row.progress().left()).contains(Duration.ofSeconds(30));
    }

    @Test
    void readsPercentAndSpeedOfATransfer() {
        var metadata =
                Map.of(
                        "metadata",
                        Map.of("progress", Map.of("percent", "42", "speed", "34655812")),
                        "resources",
                        Map.of("instances", List.of("/1.0/instances/i1?project=web")));
        var row = look(image(operation("Migrating instance", StatusCode.RUNNING, metadata)), NOW);
        assertThat(row.work())
                .isEqualTo(new Work.OnInstance(Verb.MIGRATING, new InstanceKey("web", "i1")));
        assertThat(row.progress().share()).hasValue(0.42);
        assertThat(row.progress().bytesPerSecond()).hasValue(34_655_812);
    }

    @Test
    void readsThePercentInAText() {
        var metadata =
                Map.<String, Object>of(
                        "metadata", Map.of("create_progress", "rootfs: 7% (34.66MB/s)"));
        var row = look(image(operation("Something new", StatusCode.RUNNING, metadata)), NOW);
        assertThat(row.work()).isEqualTo(new Work.Other("Something new"));
        assertThat(row.progress().share()).hasValue(0.07);
        assertThat(row.progress().step()).isEqualTo("rootfs: 7% (34.66MB/s)");
    }

    @Test
    void saysHowItEnded() {
        var failed =
                operation(
                        "Evacuating cluster member",
                        StatusCode.FAILURE,
                        Map.of("err", "Couldn't find a cluster member for the instance"));
        var row = look(image(failed, at("i1", "m1")), NOW);
        assertThat(row.stage())
                .isEqualTo(new Stage.Failed("Couldn't find a cluster member for the instance"));
        assertThat(row.stage().isOver()).isTrue();
        var done = operation("Evacuating cluster member", StatusCode.SUCCESS, Map.of());
        assertThat(look(image(done, at("i1", "m1")), NOW).progress().share()).hasValue(1);
    }

    @Test
    void leavesTokensOut() {
        var token = operation("Executing operation", 103, Map.of("class", "token"));
        assertThat(tracker.look(image(token), NOW)).isEmpty();
    }

    private RunningOperation look(ClusterImage image, Instant now) {
        var rows = tracker.look(image, now);
        return rows.isEmpty() ? NONE : rows.getFirst();
    }

    private static final RunningOperation NONE =
            new OperationTracker()
                    .look(image(operation("none", StatusCode.RUNNING, Map.of())), NOW)
                    .getFirst();

    private static ClusterImage image(Operation operation, Instance... instances) {
        return image(List.of(operation), instances);
    }

    private static ClusterImage image(List<Operation> operations, Instance... instances) {
        var nothing = ClusterImage.nothing();
        return new ClusterImage(
                NOW,
                nothing.link(),
                nothing.server(),
                nothing.cluster(),
                List.of(),
                List.of(),
                List.of(instances),
                operations,
                List.of(),
                List.of(),
                List.of());
    }

    private static Instance at(String name, String member) {
        return instance(name, member, StatusCode.RUNNING, Map.of());
    }

    private static Instance instance(
            String name, String member, int status, Map<String, Object> more) {
        var content = new HashMap<String, Object>(more);
        content.putAll(
                Map.of(
                        "name", name,
                        "project", "default",
                        "location", member,
                        "status_code", status));
        return Json.mapper().convertValue(content, Instance.class);
    }

    private static Operation operation(
            String description, int status, Map<String, ? extends Object> more) {
        var content =
                new HashMap<String, Object>(
                        Map.of(
                                "id", "op1",
                                "class", "task",
                                "description", description,
                                "status_code", status,
                                "location", "m1"));
        content.putAll(more);
        return Json.mapper().convertValue(content, Operation.class);
    }
}
