package dev.pileus.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.pileus.testkit.IncusCluster;
import dev.pileus.testkit.LxdCluster;
import dev.pileus.testkit.Own;
import dev.pileus.testkit.RealCluster;
import dev.pileus.testkit.RealIncus;
import dev.pileus.testkit.RealLxd;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class SettingsIT {
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
        void changesSomeAndKeepsTheOthers() {
            var before = client.server().get("m2");
            var changes = Map.of("images.auto_update_interval", "7", "user.note", "hello");

            client.server().change(before, changes, "m2");

            var after = client.server().get("m2");
            assertThat(after.value().config())
                    .containsAllEntriesOf(before.value().config())
                    .containsAllEntriesOf(changes);
            assertThat(
                            Failures.of(() -> client.server().change(before, changes, "m2"))
                                    .isRefusal(412))
                    .isTrue();
            client.server().replace(after, before.value().config(), "m2");
            assertThat(client.server().get("m2").value().config())
                    .isEqualTo(before.value().config());
        }

        @Test
        void sendsNothingThatTheServerMightRefuse() {
            var before = client.server().get("");
            assertThatIllegalArgumentException()
                    .isThrownBy(() ->
                            client.server().change(before, Map.of("cluster.max_voters", "4"), ""));
        }

        @Test
        void listsWarnings() {
            var warnings = client.warnings().list();
            for (var warning : warnings) {
                client.warnings().acknowledge(warning.uuid());
            }
            assertThat(client.warnings().list())
                    .allSatisfy(warning -> assertThat(warning.status()).isEqualTo("acknowledged"));
            warnings.stream()
                    .findFirst()
                    .ifPresent(warning -> {
                        client.warnings().delete(warning.uuid());
                        assertThat(client.warnings().list()).hasSize(warnings.size() - 1);
                    });
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
        /// Its own: after these changes the second member of LXD 5.0 refuses the trust password.
        OnLxd(@Own LxdCluster cluster) {
            super(cluster);
        }
    }
}
