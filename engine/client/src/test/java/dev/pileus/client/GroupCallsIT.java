package dev.pileus.client;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pileus.api.ClusterGroup;
import dev.pileus.testkit.IncusCluster;
import dev.pileus.testkit.LxdCluster;
import dev.pileus.testkit.RealCluster;
import dev.pileus.testkit.RealIncus;
import dev.pileus.testkit.RealLxd;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class GroupCallsIT {
    abstract static class Contract {
        private final ServerClient client;

        Contract(RealCluster cluster) {
            this.client = Peers.overSocket(cluster, "m1");
        }

        @AfterEach
        void close() {
            client.close();
        }

        @Test
        void createsChangesRenamesAndDeletes() {
            var groups = client.groups();
            groups.create("gpu", "with cards", List.of("m2"));
            assertThat(groups.get("gpu").value().members()).containsExactly("m2");

            var before = groups.get("gpu");
            groups.update(
                    new ClusterGroup("gpu", "new", List.of("m1", "m2"), Map.of(), List.of()),
                    before.etag());
            assertThat(groups.get("gpu").value())
                    .satisfies(group -> {
                        assertThat(group.description()).isEqualTo("new");
                        assertThat(group.members()).containsExactlyInAnyOrder("m1", "m2");
                    });

            groups.rename("gpu", "cards");
            assertThat(groups.list()).extracting(ClusterGroup::name).contains("cards");

            groups.update(new ClusterGroup("cards", "", List.of(), Map.of(), List.of()), "");
            groups.delete("cards");
            assertThat(Failures.of(() -> groups.get("cards")).isRefusal(404)).isTrue();
        }

        @Test
        void refusesToDeleteTheDefaultGroup() {
            assertThat(Failures.of(() -> client.groups().delete("default")).isRefusal(403))
                    .isTrue();
        }
    }

    @Nested
    @RealIncus
    class OnIncus extends Contract {
        OnIncus(IncusCluster cluster) {
            super(cluster);
        }
    }

    @Nested
    @RealLxd
    class OnLxd extends Contract {
        OnLxd(LxdCluster cluster) {
            super(cluster);
        }
    }
}
