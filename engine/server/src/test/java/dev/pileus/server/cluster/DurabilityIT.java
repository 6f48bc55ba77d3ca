package dev.pileus.server.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.pileus.api.ClusterGroup;
import dev.pileus.api.ClusterMember;
import dev.pileus.client.ClientSettings;
import dev.pileus.client.ServerClient;
import dev.pileus.testkit.Own;
import dev.pileus.testkit.PeerMember;
import dev.pileus.testkit.PileusCluster;
import dev.pileus.testkit.RealPileus;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/// Members that die (SIGKILL) under a stream of writes lose nothing that was acknowledged, and
/// write nothing twice.
@RealPileus
class DurabilityIT {
    private static final int CLIENTS = 8;
    private static final int SOME = 40;
    private static final Duration SOON = Duration.ofSeconds(60);

    @Test
    void outlivesTheLeader(@Own PileusCluster cluster) {
        awaitThreeVoters(cluster);
        var writers = Writers.start(cluster, CLIENTS);
        try (writers) {
            awaitMore(writers);
            var leader = leader(cluster);
            cluster.killDaemon(leader);
            awaitMore(writers);
            cluster.startDaemon(leader);
            awaitMore(writers);
        }
        assertNothingLostNorTwice(cluster, writers);
    }

    @Test
    void outlivesAFollower(@Own PileusCluster cluster) {
        awaitThreeVoters(cluster);
        var writers = Writers.start(cluster, CLIENTS);
        try (writers) {
            awaitMore(writers);
            var leader = leader(cluster);
            var follower =
                    cluster.members().stream()
                            .map(PeerMember::name)
                            .filter(name -> !name.equals(leader))
                            .findFirst()
                            .orElseThrow();
            cluster.killDaemon(follower);
            awaitMore(writers);
            cluster.startDaemon(follower);
            awaitMore(writers);
        }
        assertNothingLostNorTwice(cluster, writers);
    }

    @Test
    void outlivesAllMembersAtOnce(@Own PileusCluster cluster) {
        awaitThreeVoters(cluster);
        var writers = Writers.start(cluster, CLIENTS);
        try (writers) {
            awaitMore(writers);
            cluster.members().parallelStream().forEach(member -> cluster.killDaemon(member.name()));
            cluster.members().parallelStream()
                    .forEach(member -> cluster.startDaemon(member.name()));
            awaitMore(writers);
        }
        assertNothingLostNorTwice(cluster, writers);
    }

    /// With two voters, a moment after the third has joined, nobody may be lost yet.
    private static void awaitThreeVoters(PileusCluster cluster) {
        await().atMost(SOON)
                .until(() ->
                        cluster.clusterMembers().stream().filter(ClusterMember::isVoter).count()
                                == 3);
    }

    private static void awaitMore(Writers writers) {
        var before = writers.acknowledged().size();
        await().atMost(SOON).until(() -> writers.acknowledged().size() >= before + SOME);
    }

    private static String leader(PileusCluster cluster) {
        return cluster.clusterMembers().stream()
                .filter(ClusterMember::isLeader)
                .map(ClusterMember::serverName)
                .findFirst()
                .orElseThrow();
    }

    /// Each member has a replica and answers from it.
    private static void assertNothingLostNorTwice(PileusCluster cluster, Writers writers) {
        cluster.awaitOnline();
        for (var member : cluster.members()) {
            await().atMost(SOON)
                    .untilAsserted(
                            () -> assertThat(groups(member)).containsAll(writers.acknowledged()));
            var names = groups(member);
            assertThat(names).doesNotHaveDuplicates();
            assertThat(writers.tried()).containsAll(written(names));
        }
        var all = cluster.members().stream().map(member -> written(groups(member))).distinct();
        assertThat(all).as("the same on every member").hasSize(1);
    }

    private static List<String> groups(PeerMember member) {
        try (var client = ServerClient.open(ClientSettings.unix(member.socket()))) {
            return client.groups().list().stream().map(ClusterGroup::name).toList();
        }
    }

    private static Set<String> written(List<String> names) {
        return names.stream()
                .filter(name -> !name.equals("default"))
                .collect(Collectors.toUnmodifiableSet());
    }
}
