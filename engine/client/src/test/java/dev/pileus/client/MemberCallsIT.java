package dev.pileus.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pileus.api.ClusterMember;
import dev.pileus.api.MemberStatus;
import dev.pileus.api.MemberUpdate;
import dev.pileus.testkit.IncusCluster;
import dev.pileus.testkit.LxdCluster;
import dev.pileus.testkit.RealCluster;
import dev.pileus.testkit.RealIncus;
import dev.pileus.testkit.RealLxd;
import java.time.Duration;
import java.util.LinkedHashMap;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class MemberCallsIT {
    abstract static class Contract {
        final RealCluster cluster;
        final ServerClient client;

        Contract(RealCluster cluster) {
            this.cluster = cluster;
            this.client = Peers.trusted(cluster, "m1");
        }

        @AfterEach
        void close() {
            client.close();
        }

        @Test
        void listsMembersInOrder() {
            var members = client.members().list();
            assertThat(members).extracting(ClusterMember::serverName).startsWith("m1", "m2");
            assertThat(members)
                    .allSatisfy(member ->
                            assertThat(member.condition()).isEqualTo(MemberStatus.ONLINE));
        }

        @Test
        void learnsTheAddressesOfAllMembers() {
            assertThat(client.endpoints()).hasSize(1);
            client.members().list();
            assertThat(client.endpoints()).hasSameSizeAs(cluster.members());
        }

        @Test
        void changesWhatWasReadAndRefusesWhatIsOutdated() {
            var before = client.members().get("m2");
            var update = described(before.value().writable(), "rack 2");

            client.members().update("m2", update, before.etag());

            assertThat(client.members().get("m2").value().writable()).isEqualTo(update);
            assertThatThrownBy(() -> client.members().update("m2", update, before.etag()))
                    .isInstanceOfSatisfying(
                            ClientException.class, e -> assertThat(e.isRefusal(412)).isTrue());
            client.members().update("m2", before.value().writable(), "");
        }

        @Test
        void renamesAndRenamesBack() {
            client.members().rename("m2", "renamed");
            assertThat(client.members().get("renamed").value().url()).isNotEmpty();
            client.members().rename("renamed", "m2");
        }

        @Test
        void neverSendsAnEmptyName() {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> client.members().rename("m2", " "));
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> client.members().remove("", true));
            assertThatIllegalArgumentException().isThrownBy(() -> client.members().get(".."));
        }

        @Test
        void repeatsTheWordsOfTheServer() {
            assertThatThrownBy(() -> client.members().get("no such/member"))
                    .isInstanceOf(ClientException.class)
                    .hasMessageContaining("GET /1.0/cluster/members/no such/member")
                    .hasMessageContaining("https://127.0.0.1:")
                    .hasMessageContaining("not found (404)")
                    .extracting(e -> ((ClientException) e).failure())
                    .isInstanceOf(Failure.Refused.class);
        }

        private static MemberUpdate described(MemberUpdate update, String description) {
            var config = new LinkedHashMap<>(update.config());
            config.put("scheduler.instance", "manual");
            return new MemberUpdate(update.roles(), "rack2", description, config, update.groups());
        }
    }

    /// What needs instances as well.
    abstract static class WithInstances extends Contract {
        WithInstances(RealCluster cluster) {
            super(cluster);
        }

        @Test
        void refusesToRemoveWhatHoldsInstances() {
            cluster.launch("holder", "m2");
            assertThatThrownBy(() -> client.members().remove("m2", false))
                    .hasMessageContaining("holder");
        }

        @Test
        void evacuatesAndRestores() {
            var accepted = client.members().evacuate("m2", "stop");
            finish(accepted);
            assertThat(client.members().get("m2").value().condition())
                    .isEqualTo(MemberStatus.EVACUATED);
            finish(client.members().restore("m2", ""));
            assertThat(client.members().get("m2").value().condition())
                    .isEqualTo(MemberStatus.ONLINE);
        }

        @Test
        void saysThatAMemberIsEvacuatedAlready() {
            finish(client.members().evacuate("m2", "stop"));
            assertThat(client.members().evacuate("m2", "stop"))
                    .isInstanceOfSatisfying(
                            Accepted.Running.class,
                            running ->
                                    assertThat(await(running))
                                            .asInstanceOf(
                                                    InstanceOfAssertFactories.type(
                                                            OperationOutcome.Failed.class))
                                            .extracting(OperationOutcome.Failed::error)
                                            .asString()
                                            .contains("already evacuated"));
            finish(client.members().restore("m2", ""));
        }

        void finish(Accepted accepted) {
            assertThat(accepted)
                    .isInstanceOfSatisfying(
                            Accepted.Running.class,
                            running ->
                                    assertThat(await(running))
                                            .isInstanceOf(OperationOutcome.Succeeded.class));
        }

        OperationOutcome await(Accepted.Running running) {
            return client.operations().await(running.operation(), Duration.ofSeconds(60));
        }
    }

    @Nested
    @RealIncus
    class OnIncus extends WithInstances {
        OnIncus(IncusCluster cluster) {
            super(cluster);
        }

        @Test
        void tellsHowLoadedAMemberIs() {
            var state = client.members().state("m3");
            assertThat(state.sysinfo().totalRam()).isPositive();
            assertThat(state.storagePools()).containsKey("default");
        }
    }

    @Nested
    @RealLxd
    class OnLxd extends WithInstances {
        OnLxd(LxdCluster cluster) {
            super(cluster);
        }

        @Test
        void cannotTellHowLoadedAMemberIs() {
            assertThatThrownBy(() -> client.members().state("m2"))
                    .isInstanceOfSatisfying(
                            ClientException.class, e -> assertThat(e.isRefusal(501)).isTrue());
        }
    }
}
