package dev.pileus.model.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pileus.api.Event;
import dev.pileus.api.Json;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class InstanceEventsTest {
    @Test
    void takesTheProjectFromTheUrl() {
        var event = lifecycle("instance-started", "/1.0/instances/i1?project=web", Map.of());
        assertThat(InstanceEvents.outdated(event)).containsExactly(new InstanceKey("web", "i1"));
    }

    @Test
    void takesTheProjectFromTheEventWhereTheUrlHasNone() {
        var event = lifecycle("instance-started", "/1.0/instances/i1", Map.of());
        assertThat(InstanceEvents.outdated(event)).containsExactly(new InstanceKey("p1", "i1"));
    }

    @Test
    void namesBothSidesOfARename() {
        var event = lifecycle("instance-renamed", "/1.0/instances/new", Map.of("old_name", "old"));
        assertThat(InstanceEvents.outdated(event))
                .containsExactly(new InstanceKey("p1", "new"), new InstanceKey("p1", "old"));
    }

    @Test
    void ignoresWhatDoesNotChangeTheInstance() {
        assertThat(
                        InstanceEvents.outdated(
                                lifecycle("instance-exec", "/1.0/instances/i1", Map.of())))
                .isEmpty();
        assertThat(
                        InstanceEvents.outdated(
                                lifecycle(
                                        "instance-snapshot-created",
                                        "/1.0/instances/i1/snapshots/s1",
                                        Map.of())))
                .isEmpty();
        assertThat(InstanceEvents.outdated(lifecycle("instance-started", "::not a url", Map.of())))
                .isEmpty();
    }

    @Test
    void looksAgainWhenAnOperationOnAnInstanceEnded() {
        var resources = Map.of("instances", List.of("/1.0/instances/i1"));
        var running =
                operation(Map.of("class", "task", "status_code", 103, "resources", resources));
        var done = operation(Map.of("class", "task", "status_code", 200, "resources", resources));
        assertThat(InstanceEvents.outdated(running)).isEmpty();
        assertThat(InstanceEvents.outdated(done)).containsExactly(new InstanceKey("p1", "i1"));
    }

    private static Event lifecycle(String action, String source, Map<String, String> context) {
        return event("lifecycle", Map.of("action", action, "source", source, "context", context));
    }

    private static Event operation(Map<String, Object> operation) {
        return event("operation", operation);
    }

    private static Event event(String type, Object metadata) {
        var node = Json.mapper().convertValue(metadata, JsonNode.class);
        return new Event(type, Instant.EPOCH, "m1", "p1", node);
    }
}
