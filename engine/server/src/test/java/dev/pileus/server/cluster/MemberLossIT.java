package dev.pileus.server.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.pileus.api.ClusterMember;
import dev.pileus.api.MemberStatus;
import dev.pileus.testkit.ClusterOptions;
import dev.pileus.testkit.CommandFailedException;
import dev.pileus.testkit.PileusCluster;
import dev.pileus.testkit.RealPileus;
import java.time.Duration;
import java.util.List;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.Test;

/// Members that stop, die and come back.
@RealPileus
class MemberLossIT {
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    @Test
    void anotherOneLeadsWhenTheLeaderIsKilled() {
        try (var cluster = PileusCluster.start(ClusterOptions.size(4))) {
            awaitVoters(cluster, 3);
            var leader = leader(cluster);
            cluster.killDaemon(leader);
            soon().untilAsserted(() -> assertThat(leader(cluster)).isNotEqualTo(leader));
            cluster.client("config", "set", "user.written=meanwhile");
            cluster.awaitStatus(leader, MemberStatus.OFFLINE);
            assertThat(cluster.client("cluster", "list")).contains("No heartbeat for ");
            soon().untilAsserted(() ->
                    assertThat(cluster.client("warning", "list"))
                            .contains("Offline cluster member"));
            // the fourth takes the lost vote, the lost one takes what is left
            soon().untilAsserted(() -> assertThat(member(cluster, leader).isVoter()).isFalse());
            awaitVoters(cluster, 3);
            cluster.startDaemon(leader);
            cluster.awaitOnline();
            soon().untilAsserted(() -> assertThat(member(cluster, leader).isStandby()).isTrue());
            assertThat(cluster.clientAt(leader, "config", "get", "user.written"))
                    .contains("meanwhile");
            soon().untilAsserted(() ->
                    assertThat(cluster.client("warning", "list"))
                            .doesNotContain("Offline cluster member"));
            stopAndStartAll(cluster);
        }
    }

    /// At once, in order: each has its roles taken over, by members that stop as well.
    private static void stopAndStartAll(PileusCluster cluster) {
        var names = List.of("m1", "m2", "m3", "m4");
        names.parallelStream().forEach(cluster::stopDaemon);
        names.parallelStream().forEach(cluster::startDaemon);
        soon().untilAsserted(() -> cluster.client("config", "set", "user.written=afterwards"));
        cluster.awaitOnline();
        awaitVoters(cluster, 3);
    }

    @Test
    void twoMembersSurviveTheOrderlyStopOfTheOnlyVoter() {
        try (var cluster = PileusCluster.start(ClusterOptions.size(2))) {
            soon().untilAsserted(() ->
                    assertThat(cluster.clusterMembers()).anyMatch(ClusterMember::isStandby));
            cluster.stopDaemon("m1");
            soon().untilAsserted(() -> assertThat(leader(cluster)).isEqualTo("m2"));
            cluster.client("config", "set", "user.written=alone");
            cluster.startDaemon("m1");
            soon().untilAsserted(() -> assertThat(member(cluster, "m1").isStandby()).isTrue());
            assertThat(cluster.clientAt("m1", "config", "get", "user.written")).contains("alone");
        }
    }

    @Test
    void allMembersKilledAtOnceComeBackWithEverything() {
        try (var cluster = PileusCluster.start(ClusterOptions.size(3))) {
            awaitVoters(cluster, 3);
            cluster.client("config", "set", "user.written=before");
            var token = cluster.joinToken("m9");
            for (var name : new String[] {"m1", "m2", "m3"}) {
                cluster.killDaemon(name);
            }
            cluster.startDaemon("m1");
            cluster.startDaemon("m2");
            soon().untilAsserted(() -> assertThat(leader(cluster)).isNotEmpty());
            assertThat(cluster.client("config", "get", "user.written")).contains("before");
            // tokens outlive the member that issued them
            assertThat(cluster.client("cluster", "list-tokens", "-f", "csv")).contains(token);
            cluster.startDaemon("m3");
            cluster.awaitOnline();
        }
    }

    @Test
    void aDeadMemberIsRemovedByForceOnly() {
        try (var cluster = PileusCluster.start(ClusterOptions.size(3))) {
            awaitVoters(cluster, 3);
            cluster.killDaemon("m3");
            assertThatThrownBy(() -> cluster.client("cluster", "remove", "m3"))
                    .isInstanceOf(CommandFailedException.class)
                    .hasMessageContaining("Cannot reach member \"m3\"");
            cluster.client("cluster", "remove", "m3", "--force", "--yes");
            assertThat(cluster.clusterMembers())
                    .extracting(ClusterMember::serverName)
                    .containsExactly("m1", "m2");
            soon().untilAsserted(() ->
                    assertThat(cluster.clusterMembers())
                            .filteredOn(ClusterMember::isVoter)
                            .hasSize(1));
            cluster.client("cluster", "remove", "m2");
            assertThatThrownBy(() -> cluster.client("cluster", "remove", "m1", "--force", "--yes"))
                    .hasMessageContaining("Member is the only member in the cluster");
            cluster.client("config", "set", "user.still=writable");
        }
    }

    private static String leader(PileusCluster cluster) {
        return cluster.clusterMembers().stream()
                .filter(ClusterMember::isLeader)
                .map(ClusterMember::serverName)
                .findFirst()
                .orElse("");
    }

    private static ClusterMember member(PileusCluster cluster, String name) {
        return cluster.clusterMembers().stream()
                .filter(member -> member.serverName().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static void awaitVoters(PileusCluster cluster, int voters) {
        soon().untilAsserted(() ->
                assertThat(cluster.clusterMembers())
                        .filteredOn(ClusterMember::isVoter)
                        .hasSize(voters));
    }

    private static ConditionFactory soon() {
        return await().atMost(PATIENCE).ignoreExceptionsInstanceOf(CommandFailedException.class);
    }
}
