package dev.pileus.domain.members;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pileus.api.ClusterMember;
import dev.pileus.database.TableListener;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HeartbeatsTest {
    @TempDir Path folder;
    private final Set<Long> dead = new HashSet<>();
    private final List<Beat> sent = new ArrayList<>();
    private final List<List<String>> warned = new ArrayList<>();
    private final Map<String, Instant> since = new HashMap<>();
    private TestCluster cluster;
    private Heartbeats heartbeats;

    @BeforeEach
    void open() {
        cluster = TestCluster.of(folder, 4);
        heartbeats = heartbeats(cluster.liveness);
    }

    @AfterEach
    void close() {
        cluster.close();
    }

    @Test
    void tellsEverybodyWhoHoldsTheDatabase() {
        round();
        var beat = sent.getFirst();
        assertThat(beat.leader()).isEqualTo(1);
        assertThat(beat.database()).extracting(Beat.Holder::name).containsExactly("m1", "m2", "m3");
        assertThat(beat.database().getFirst().address()).isEqualTo("10.0.0.1:8443");
        assertThat(beat.silent()).isEmpty();
    }

    @Test
    void writesNothingAsLongAsNothingChanges() {
        var writes = new AtomicInteger();
        cluster.database.watch(TableListener.of(Set.of("nodes"), writes::incrementAndGet));
        for (var round = 0; round < 10; round++) {
            round();
        }
        assertThat(writes).hasValue(0);
        assertThat(statuses()).containsOnly("Online");
    }

    @Test
    void aSilentMemberIsOfflineAfterTheThreshold() {
        round();
        dead.add(2L);
        round();
        round();
        round();
        assertThat(sent.getLast().silent())
                .isEqualTo(Map.of(2L, heartbeats.interval().multipliedBy(3)));
        assertThat(statuses()).containsExactly("Online", "Online", "Online", "Online");
        round();
        assertThat(statuses()).containsExactly("Online", "Offline", "Online", "Online");
        assertThat(warned).containsExactly(List.of(), List.of("m2"));
        var lastHeard = cluster.clock.instant().minus(heartbeats.interval().multipliedBy(4));
        assertThat(cluster.members().member("m2").heartbeat()).isEqualTo(lastHeard);
    }

    @Test
    void aMemberThatReturnsIsOnlineAtOnce() {
        round();
        dead.add(2L);
        for (var round = 0; round < 5; round++) {
            round();
        }
        dead.clear();
        round();
        assertThat(statuses()).containsOnly("Online");
        assertThat(warned).containsExactly(List.of(), List.of("m2"), List.of());
        assertThat(cluster.members().member("m2").heartbeat()).isEqualTo(cluster.clock.instant());
    }

    @Test
    void othersHearWhoIsSilent() {
        var other = new Liveness(cluster.clock);
        round();
        dead.add(2L);
        round();
        round();
        other.told(sent.getLast().silent());
        assertThat(other.silence(2)).isEqualTo(cluster.liveness.silence(2));
    }

    @Test
    void aNewLeaderGoesOnWhereTheLastOneWas() {
        var successor = new Liveness(cluster.clock);
        dead.add(2L);
        for (var round = 0; round < 6; round++) {
            round();
            successor.told(sent.getLast().silent());
        }
        warned.clear();
        heartbeats = heartbeats(successor);
        round();
        assertThat(successor.isOnline(2, cluster.offlineThreshold())).isFalse();
        assertThat(successor.isOnline(3, cluster.offlineThreshold())).isTrue();
        assertThat(warned).containsExactly(List.of("m2"));
    }

    @Test
    void warningsSayWhenAMemberWasHeardLast() {
        round();
        var last = cluster.clock.instant();
        dead.add(2L);
        for (var round = 0; round < 6; round++) {
            round();
        }
        assertThat(since).containsExactly(Map.entry("m2", last));
    }

    @Test
    void removedMembersAreForgotten() {
        dead.add(2L);
        for (var round = 0; round < 6; round++) {
            round();
        }
        new RemovalService(cluster.database, List.of()).remove("m2", true);
        round();
        assertThat(sent.getLast().silent()).isEmpty();
        assertThat(warned.getLast()).isEmpty();
    }

    @Test
    void threeRoundsFitIntoTheThreshold() {
        assertThat(heartbeats.interval().multipliedBy(3))
                .isLessThanOrEqualTo(cluster.offlineThreshold());
    }

    private Heartbeats heartbeats(Liveness liveness) {
        return new Heartbeats(
                cluster.database,
                cluster::roles,
                liveness,
                cluster,
                this::send,
                this::warn,
                cluster.clock);
    }

    private void warn(Map<Member, Instant> members) {
        warned.add(members.keySet().stream().map(Member::name).toList());
        members.forEach((member, heard) -> since.put(member.name(), heard));
    }

    private Set<Long> send(List<Member> members, Beat beat) {
        sent.add(beat);
        var answers = new HashSet<>(members.stream().map(Member::id).toList());
        answers.removeAll(dead);
        return answers;
    }

    private void round() {
        cluster.clock.turn(heartbeats.interval());
        heartbeats.round(1);
    }

    private List<String> statuses() {
        return cluster.members().list().stream().map(ClusterMember::status).toList();
    }
}
