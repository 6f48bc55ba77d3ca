package dev.pileus.server.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.pileus.api.ClusterMember;
import dev.pileus.testkit.ClusterOptions;
import dev.pileus.testkit.PileusCluster;
import dev.pileus.testkit.RealPileus;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// `incus admin init --preseed` forms clusters of our engine; CONTRACT 9.3 says who gets which
/// role.
@RealPileus
class FormationIT {
    private static final Duration ROLES_WITHIN = Duration.ofSeconds(60);

    @ParameterizedTest(name = "{0} members")
    @CsvSource({"1, 1, 0, 0", "2, 1, 1, 0", "3, 3, 0, 0", "7, 3, 2, 2"})
    void givesRolesByTheNumberOfMembers(int size, long voters, long standbys, long spares) {
        try (var cluster = PileusCluster.start(ClusterOptions.size(size))) {
            await().atMost(ROLES_WITHIN)
                    .untilAsserted(() ->
                            assertThat(roles(cluster.clusterMembers()))
                                    .isEqualTo(
                                            Map.of(
                                                    "leader", 1L,
                                                    "voter", voters,
                                                    "stand-by", standbys,
                                                    "spare", spares)));
            assertThat(cluster.clusterMembers())
                    .extracting(ClusterMember::serverName)
                    .containsExactlyElementsOf(
                            cluster.members().stream().map(one -> one.name()).toList());
            assertThat(cluster.incus("cluster", "list"))
                    .contains("ONLINE", "Fully operational", "database-leader");
        }
    }

    private static Map<String, Long> roles(List<ClusterMember> members) {
        var counted =
                members.stream()
                        .collect(Collectors.groupingBy(FormationIT::role, Collectors.counting()));
        return Map.of(
                "leader", members.stream().filter(ClusterMember::isLeader).count(),
                "voter", counted.getOrDefault("voter", 0L),
                "stand-by", counted.getOrDefault("stand-by", 0L),
                "spare", counted.getOrDefault("spare", 0L));
    }

    private static String role(ClusterMember member) {
        if (member.isVoter()) {
            return "voter";
        }
        return member.isStandby() ? "stand-by" : "spare";
    }
}
