package dev.pileus.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pileus.api.Product;
import dev.pileus.testkit.IncusCluster;
import dev.pileus.testkit.LxdCluster;
import dev.pileus.testkit.RealCluster;
import dev.pileus.testkit.RealIncus;
import dev.pileus.testkit.RealLxd;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class ServerCallsIT {
    abstract static class Contract {
        final RealCluster cluster;
        private final Product product;

        Contract(RealCluster cluster, Product product) {
            this.cluster = cluster;
            this.product = product;
        }

        @Test
        void readsTheServerOverTheSocket() {
            try (var client = Peers.overSocket(cluster, "m1")) {
                var server = client.server().get();
                assertThat(server.isTrusted()).isTrue();
                assertThat(server.product()).isEqualTo(product);
                assertThat(server.environment().serverName()).isEqualTo("m1");
                assertThat(server.has("clustering")).isTrue();
                assertThat(client.cluster().get().enabled()).isTrue();
            }
        }

        @Test
        void readsTheServerOverHttps() {
            try (var client = Peers.trusted(cluster, "m2")) {
                var server = client.server().get();
                assertThat(server.isTrusted()).isTrue();
                assertThat(server.environment().serverName()).isEqualTo("m2");
            }
        }

        @Test
        void asksAnotherMember() {
            try (var client = Peers.overSocket(cluster, "m1")) {
                assertThat(client.server().get("m2"))
                        .satisfies(answer -> assertThat(answer.etag()).isNotEmpty())
                        .extracting(answer -> answer.value().environment().serverName())
                        .isEqualTo("m2");
                assertThat(client.server().resources("m2").memory().total()).isPositive();
            }
        }

        @Test
        void toldAStrangerOnlyThatItIsOne() {
            var settings = Peers.settings(cluster, Peers.stranger(), "m1");
            try (var client = ServerClient.open(settings)) {
                var server = client.server().get();
                assertThat(server.isTrusted()).isFalse();
                assertThat(server.config()).isEmpty();
                assertThatThrownBy(() -> client.cluster().get())
                        .isInstanceOfSatisfying(
                                ClientException.class,
                                e ->
                                        assertThat(e.failure())
                                                .isEqualTo(
                                                        new Failure.NotTrusted("not authorized")));
            }
        }

        @Test
        void looksAnonymously() {
            var endpoints = Peers.endpoints(cluster, "m1");
            var settings = ClientSettings.https(endpoints, Peers.pin(cluster), null);
            try (var client = ServerClient.open(settings)) {
                assertThat(client.server().get().isTrusted()).isFalse();
            }
        }
    }

    /// What needs instances as well.
    abstract static class WithInstances extends Contract {
        WithInstances(RealCluster cluster, Product product) {
            super(cluster, product);
        }

        @Test
        void listsInstancesGroupsAndOperations() {
            cluster.launch("one", "m2");
            try (var client = Peers.overSocket(cluster, "m1")) {
                assertThat(client.instances().urls()).containsExactly("/1.0/instances/one");
                assertThat(client.instances().list())
                        .hasSize(1)
                        .first()
                        .satisfies(one -> assertThat(one.location()).isEqualTo("m2"));
                assertThat(client.instances().listWithStates())
                        .first()
                        .satisfies(one -> assertThat(one.state()).isNotNull());
                assertThat(client.instances().state("default", "one").processes()).isPositive();
                assertThat(client.groups().list())
                        .extracting(g -> g.name())
                        .isEqualTo(List.of("default"));
                assertThat(client.operations().list()).isNotNull();
            }
        }
    }

    @Nested
    @RealIncus
    class OnIncus extends WithInstances {
        OnIncus(IncusCluster cluster) {
            super(cluster, Product.INCUS);
        }
    }

    @Nested
    @RealLxd
    class OnLxd extends WithInstances {
        OnLxd(LxdCluster cluster) {
            super(cluster, Product.LXD);
        }
    }
}
