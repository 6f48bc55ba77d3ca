package dev.pileus.domain.members;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pileus.domain.members.roles.DatabaseRole;
import dev.pileus.domain.members.roles.RoleStep;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RolesServiceTest {
    @TempDir Path folder;
    private final List<Map<Long, DatabaseRole>> steps = new ArrayList<>();
    private TestCluster cluster;
    private RolesService roles;

    @BeforeEach
    void open() {
        cluster = TestCluster.of(folder, 4);
        roles =
                new RolesService(
                        cluster.database, new Group(), cluster.liveness, cluster, cluster.clock);
    }

    @AfterEach
    void close() {
        cluster.close();
    }

    @Test
    void replacesAVoterThatIsSilent() {
        roles.rebalance();
        assertThat(steps).containsExactly(Map.of(4L, DatabaseRole.STANDBY));
        steps.clear();
        cluster.liveness.told(Map.of(2L, Duration.ofMinutes(1)));
        roles.rebalance();
        assertThat(steps).containsExactly(Map.of(2L, DatabaseRole.SPARE, 4L, DatabaseRole.VOTER));
        steps.clear();
        roles.rebalance();
        assertThat(steps).isEmpty();
    }

    @Test
    void givesNothingBackToWhoIsAboutToStop() {
        roles.beforeStop(2);
        assertThat(steps).containsExactly(Map.of(2L, DatabaseRole.SPARE, 4L, DatabaseRole.VOTER));
        steps.clear();
        roles.rebalance();
        assertThat(steps).isEmpty();
        cluster.clock.turnSeconds(11);
        roles.rebalance();
        assertThat(steps).containsExactly(Map.of(2L, DatabaseRole.STANDBY));
    }

    @Test
    void givesNothingToWhoIsBeingRemoved() {
        cluster.role(4, DatabaseRole.STANDBY);
        roles.without(
                2,
                () -> {
                    steps.clear();
                    roles.rebalance();
                    assertThat(steps).isEmpty();
                });
    }

    @Test
    void dismissesWhoIsNoMemberAnyMore() {
        cluster.role(4, DatabaseRole.STANDBY);
        new RemovalService(cluster.database, List.of()).remove("m4", true);
        roles.rebalance();
        assertThat(steps).containsExactly(Map.of(4L, DatabaseRole.SPARE));
    }

    @Test
    void handsTheLeadToAVoterThatStays() {
        new MaintenanceService(cluster.database).beginEvacuation("m2");
        assertThat(roles.handLeadOver(1)).hasValue(3);
    }

    /// Takes every step at once.
    private final class Group implements RaftMembership {
        @Override
        public DatabaseRoles roles() {
            return cluster.roles();
        }

        @Override
        public void apply(RoleStep step) {
            steps.add(step.changes());
            step.changes().forEach(cluster::role);
        }

        @Override
        public void transferLeadership(long member) {}
    }
}
