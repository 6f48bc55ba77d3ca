package dev.pileus.model.history;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pileus.api.ClusterMember;
import dev.pileus.api.Event;
import dev.pileus.api.Json;
import dev.pileus.api.MemberStatus;
import dev.pileus.api.Operation;
import dev.pileus.model.history.Happening.Severity;
import dev.pileus.model.operations.Work;
import dev.pileus.model.store.ClusterDelta;
import dev.pileus.model.store.ClusterImage;
import dev.pileus.model.store.ClusterUpdate;
import dev.pileus.model.store.Link;
import dev.pileus.model.store.MemberImage;
import dev.pileus.model.store.Trouble;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class HistoryTest {
    private static final Instant NOW = Instant.parse("2026-11-20T12:00:00Z");
    private static final Link LIVE = new Link.Connected("m1", true);
    private static final Link POLLED = new Link.Connected("m1", false);

    private final History history = new History(InstantSource.fixed(NOW), 5);
    private ClusterImage image = ClusterImage.nothing();

    @Test
    void tellsWhatAServerToldAndWhoAsked() {
        history.hear(
                event(
                        Map.of(
                                "action",
                                "cluster-member-evacuated",
                                "source",
                                "/1.0/cluster/members/m3",
                                "requestor",
                                Map.of("username", "anna", "protocol", "tls"))));
        var happening = history.happenings().getFirst();
        assertThat(happening.occurrence())
                .isEqualTo(new Occurrence.Told("cluster-member-evacuated"));
        assertThat(happening.subject()).isEqualTo(Subject.member("m3"));
        assertThat(happening.by().orElseThrow().username()).isEqualTo("anna");
        assertThat(happening.at()).isEqualTo(Instant.parse("2026-11-20T11:00:00Z"));
    }

    @Test
    void namesWhatItHappenedTo() {
        assertThat(Subject.of("/1.0/instances/i1?project=web", "default"))
                .isEqualTo(new Subject(Subject.Kind.INSTANCE, "web", "i1"));
        assertThat(Subject.of("/1.0/cluster/groups/gpu", "default"))
                .isEqualTo(new Subject(Subject.Kind.GROUP, "", "gpu"));
        assertThat(Subject.of("/1.0/storage-pools/p/volumes/custom/v", "default"))
                .isEqualTo(new Subject(Subject.Kind.VOLUME, "default", "p/v"));
        assertThat(Subject.of("/1.0/networks/br0", "default"))
                .isEqualTo(new Subject(Subject.Kind.NETWORK, "default", "br0"));
        assertThat(Subject.of("/1.0", "").kind()).isEqualTo(Subject.Kind.SERVER);
        assertThat(Subject.of("::", "").kind()).isEqualTo(Subject.Kind.SERVER);
        assertThat(Subject.of("/1.0/new-things/t", "").kind()).isEqualTo(Subject.Kind.OTHER);
    }

    @Test
    void noticesThatAMemberWentOfflineAndCameBack() {
        see(LIVE, List.of(member("m1", "Online")), List.of());
        see(LIVE, List.of(member("m1", "Offline")), List.of());
        see(LIVE, List.of(member("m1", "Online")), List.of());
        assertThat(history.happenings())
                .extracting(Happening::severity)
                .containsExactly(Severity.GOOD, Severity.ERROR);
        assertThat(history.happenings().getLast().occurrence())
                .isEqualTo(
                        new Occurrence.StatusChanged(
                                MemberStatus.ONLINE, MemberStatus.OFFLINE, "words"));
    }

    @Test
    void leavesMaintenanceToTheEventsWhileTheyArrive() {
        see(LIVE, List.of(member("m1", "Online")), List.of());
        see(LIVE, List.of(member("m1", "Evacuated")), List.of());
        assertThat(history.happenings()).isEmpty();
        see(POLLED, List.of(member("m1", "Online")), List.of());
        assertThat(history.happenings()).hasSize(1);
    }

    @Test
    void noticesThatTheLeaderMoved() {
        see(LIVE, List.of(leader("m1"), member("m2", "Online")), List.of());
        see(LIVE, List.of(member("m1", "Online"), member("m2", "Online")), List.of());
        see(LIVE, List.of(member("m1", "Online"), leader("m2")), List.of());
        assertThat(history.happenings()).hasSize(1);
        assertThat(history.happenings().getFirst().occurrence())
                .isEqualTo(new Occurrence.LeaderMoved("m1"));
        assertThat(history.happenings().getFirst().subject()).isEqualTo(Subject.member("m2"));
    }

    @Test
    void tellsAFailedOperationOnce() {
        var failed = operation(400, "No target");
        see(LIVE, List.of(), List.of(operation(103, "")));
        see(LIVE, List.of(), List.of(failed));
        see(POLLED, List.of(), List.of(failed));
        assertThat(history.happenings()).hasSize(1);
        assertThat(history.happenings().getFirst().occurrence())
                .isEqualTo(new Occurrence.OperationFailed(new Work.Evacuating("m3"), "No target"));
    }

    @Test
    void noticesThatTheClusterCannotBeReadAndCanAgain() {
        var trouble = new Trouble.NoLeader("RAFT cluster is unavailable");
        see(LIVE, List.of(), List.of());
        see(new Link.Interrupted(trouble, NOW), List.of(), List.of());
        see(new Link.Interrupted(new Trouble.NoAnswer("slow"), NOW), List.of(), List.of());
        see(LIVE, List.of(), List.of());
        assertThat(history.happenings())
                .extracting(Happening::occurrence)
                .containsExactly(
                        new Occurrence.ConnectionBack(), new Occurrence.ConnectionLost(trouble));
    }

    @Test
    void forgetsTheOldest() {
        var told = new ArrayList<Happening>();
        history.subscribe(told::add);
        for (int i = 0; i < 9; i++) {
            history.hear(event(Map.of("action", "config-updated", "source", "/1.0")));
        }
        assertThat(history.happenings())
                .extracting(Happening::number)
                .containsExactly(9L, 8L, 7L, 6L, 5L);
        assertThat(told).hasSize(9);
    }

    private void see(Link link, List<MemberImage> members, List<Operation> operations) {
        var now =
                new ClusterImage(
                        NOW,
                        link,
                        image.server(),
                        image.cluster(),
                        members,
                        List.of(),
                        List.of(),
                        operations,
                        List.of(),
                        List.of(),
                        List.of());
        history.look(new ClusterUpdate(now, ClusterDelta.between(image, now)));
        image = now;
    }

    private static Event event(Object lifecycle) {
        var node = Json.mapper().convertValue(lifecycle, JsonNode.class);
        return new Event("lifecycle", Instant.parse("2026-11-20T11:00:00Z"), "m3", "default", node);
    }

    private static Operation operation(int status, String error) {
        return Json.mapper()
                .convertValue(
                        Map.of(
                                "id", "op1",
                                "description", "Evacuating cluster member",
                                "location", "m3",
                                "status_code", status,
                                "err", error),
                        Operation.class);
    }

    private static MemberImage leader(String name) {
        return member(name, "Online", List.of("database-leader", "database"));
    }

    private static MemberImage member(String name, String status) {
        return member(name, status, List.of("database"));
    }

    private static MemberImage member(String name, String status, List<String> roles) {
        var member =
                new ClusterMember(
                        name, "", true, status, "words", "", roles, "", "", Map.of(), List.of());
        return new MemberImage(member, Optional.empty(), List.of(), Optional.empty());
    }
}
