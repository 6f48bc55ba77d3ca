package dev.pileus.model.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;
import static org.awaitility.Awaitility.await;

import dev.pileus.api.ClusterMember;
import dev.pileus.api.Instance;
import dev.pileus.api.MemberStatus;
import dev.pileus.client.ClientSettings;
import dev.pileus.client.ServerClient;
import dev.pileus.testkit.IncusCluster;
import dev.pileus.testkit.LxdCluster;
import dev.pileus.testkit.Own;
import dev.pileus.testkit.PeerMember;
import dev.pileus.testkit.PileusCluster;
import dev.pileus.testkit.RealCluster;
import dev.pileus.testkit.RealContainers;
import dev.pileus.testkit.RealIncus;
import dev.pileus.testkit.RealLxd;
import dev.pileus.testkit.RealPileus;
import dev.pileus.trust.PemCertificates;
import java.io.IOException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class LiveClusterIT {
    abstract static class Contract {
        static final Duration SOON = Duration.ofSeconds(20);

        /// The peers notice after eleven seconds or more, and the console asks now and then.
        static final Duration NOTICED = Duration.ofSeconds(90);

        private final RealCluster cluster;

        Contract(RealCluster cluster) {
            this.cluster = cluster;
        }

        @Test
        void agreesWithTheStockClientOverTheSocket() throws InterruptedException {
            try (var client = Peers.overSocket(cluster, "m1")) {
                agreesWithTheStockClient(client);
            }
        }

        @Test
        void agreesWithTheStockClientOverHttps() throws InterruptedException {
            try (var client = Peers.overHttps(cluster, "m2")) {
                agreesWithTheStockClient(client);
            }
        }

        private void agreesWithTheStockClient(ServerClient client) throws InterruptedException {
            cluster.launch("seen", "m2");
            try (var live = read(client)) {
                var image = live.image();
                assertThat(image.unread()).isEmpty();
                assertThat(image.members().stream().map(MemberImage::member).toList())
                        .isEqualTo(cluster.clusterMembers());
                assertThat(image.leader()).isPresent();
                assertThat(image.cluster().enabled()).isTrue();
                assertThat(image.instances())
                        .extracting(Instance::name, Instance::location, Instance::status)
                        .containsExactly(tuple("seen", "m2", "Running"));
                await().atMost(SOON).until(() -> isLive(live));
            } finally {
                cluster.client("delete", "-f", "seen");
            }
        }

        @Test
        void knowsHowLoadedEachMemberIs() throws InterruptedException {
            try (var client = Peers.overSocket(cluster, "m1");
                    var live = read(client)) {
                await().atMost(SOON)
                        .until(() ->
                                live.image().members().stream()
                                        .allMatch(member -> member.load().isPresent()));
                var load = live.image().members().getFirst().load().orElseThrow();
                assertThat(load.processors()).isPositive();
                assertThat(load.memoryTotal()).isGreaterThan(load.memoryUsed());
                assertThat(load.memoryUsed()).isPositive();
                assertThat(load.load().isPresent()).isEqualTo(tellsLoad());
                assertThat(live.image().members().getFirst().loadHistory().isEmpty())
                        .isNotEqualTo(tellsLoad());
            }
        }

        /// LXD 5.0 always says 0.
        abstract boolean tellsLoad();

        @Test
        void seesAnInstanceStopAndStartWithinASecond() throws InterruptedException {
            cluster.launch("busy", "m2");
            try (var client = Peers.overHttps(cluster, "m1");
                    var live = read(client)) {
                await().atMost(SOON).until(() -> isLive(live));
                cluster.client("stop", "-f", "busy");
                await().atMost(Duration.ofSeconds(1)).until(() -> !instance(live).isRunning());
                cluster.client("start", "busy");
                await().atMost(Duration.ofSeconds(1)).until(() -> instance(live).isRunning());
            } finally {
                cluster.client("delete", "-f", "busy");
            }
        }

        @Test
        void showsAKilledMemberOfflineAndTheOthersAsBefore() throws InterruptedException {
            var witness = leaderOf(cluster.clusterMembers());
            var victim = followers().getLast();
            try (var client = Peers.overSocket(cluster, witness);
                    var live = read(client)) {
                var before = Instant.now().minusSeconds(30);
                cluster.killDaemon(victim);
                await().atMost(NOTICED)
                        .until(() -> condition(live, victim) == MemberStatus.OFFLINE);
                var silent = live.image().member(victim).orElseThrow();
                assertThat(silent.member().message()).startsWith("No heartbeat for ");
                assertThat(silent.silentSince().orElseThrow()).isBetween(before, Instant.now());
                assertThat(silent.load()).isEmpty();
                assertThat(condition(live, witness)).isEqualTo(MemberStatus.ONLINE);
                assertThat(live.image().link()).isInstanceOf(Link.Connected.class);
                cluster.startDaemon(victim);
                await().atMost(NOTICED).until(() -> condition(live, victim) == MemberStatus.ONLINE);
                assertThat(live.image().member(victim).orElseThrow().silentSince()).isEmpty();
            } finally {
                cluster.tidy();
            }
        }

        @Test
        void saysThatThereIsNoLeaderWhenMostMembersAreGone() throws InterruptedException {
            var survivor = followers().getFirst();
            var others = names().stream().filter(name -> !name.equals(survivor)).toList();
            try (var client = Peers.overSocket(cluster, survivor);
                    var live = read(client)) {
                others.forEach(cluster::killDaemon);
                await().atMost(NOTICED).until(() -> hasNoLeader(live));
                assertThat(live.image().members()).hasSize(others.size() + 1);
                others.forEach(cluster::startDaemon);
                await().atMost(NOTICED)
                        .until(() ->
                                live.image().link() instanceof Link.Connected
                                        && live.image().leader().isPresent());
            } finally {
                cluster.tidy();
            }
        }

        private List<String> followers() {
            return cluster.clusterMembers().stream()
                    .filter(member -> !member.isLeader())
                    .map(ClusterMember::serverName)
                    .toList();
        }

        private List<String> names() {
            return cluster.members().stream().map(PeerMember::name).toList();
        }

        static LiveCluster read(ServerClient client) throws InterruptedException {
            var live =
                    LiveCluster.open(
                            new ClientSource(client), Intervals.standard(), InstantSource.system());
            assertThat(live.awaitFirst(SOON)).isTrue();
            return live;
        }

        static boolean isLive(LiveCluster live) {
            return live.image().link() instanceof Link.Connected connected && connected.live();
        }

        boolean hasNoLeader(LiveCluster live) {
            return live.image().link() instanceof Link.Interrupted interrupted
                    && interrupted.trouble() instanceof Trouble.NoLeader;
        }

        static MemberStatus condition(LiveCluster live, String member) {
            return live.image().member(member).orElseThrow().condition();
        }

        private static Instance instance(LiveCluster live) {
            return live.image()
                    .instance(new InstanceKey(InstanceKey.DEFAULT_PROJECT, "busy"))
                    .orElseThrow();
        }

        static String leaderOf(List<ClusterMember> members) {
            return members.stream()
                    .filter(ClusterMember::isLeader)
                    .findFirst()
                    .orElseThrow()
                    .serverName();
        }
    }

    @Nested
    @RealIncus
    class OnIncus extends Contract {
        private final IncusCluster cluster;

        OnIncus(IncusCluster cluster) {
            super(cluster);
            this.cluster = cluster;
        }

        @Override
        boolean tellsLoad() {
            return true;
        }

        /// It takes three members to go on without one of them.
        @Test
        void carriesOnWhenTheLeaderItTalksToIsKilled() throws InterruptedException {
            var leader = leaderOf(cluster.clusterMembers());
            try (var client = Peers.overHttps(cluster, leader);
                    var live = read(client)) {
                await().atMost(SOON).until(() -> isLive(live));
                cluster.killDaemon(leader);
                await().atMost(NOTICED)
                        .until(() ->
                                live.image()
                                        .leader()
                                        .filter(now -> !now.name().equals(leader))
                                        .isPresent());
                await().atMost(NOTICED).until(() -> isLive(live));
                await().atMost(NOTICED)
                        .until(() -> condition(live, leader) == MemberStatus.OFFLINE);
            } finally {
                cluster.tidy();
            }
        }
    }

    @Nested
    @RealIncus
    class OnOneServer {
        @Test
        void readsAServerThatIsNotClustered(@Own("m1") IncusCluster cluster)
                throws InterruptedException {
            var settings = ClientSettings.unix(cluster.startNewcomer("alone").socket());
            try (var client = ServerClient.open(settings);
                    var live = Contract.read(client)) {
                assertThat(live.image().cluster().enabled()).isFalse();
                assertThat(live.image().members()).isEmpty();
                assertThat(live.image().unread()).isEmpty();
                assertThat(live.image().link()).isInstanceOf(Link.Connected.class);
            }
        }

        @Test
        void saysThatTheCertificateWasReplaced(@Own("m1") IncusCluster cluster)
                throws InterruptedException, IOException {
            var other = cluster.startNewcomer("alone").stateDir();
            var renewed = PemCertificates.read(other.resolve("server.crt")).getFirst();
            try (var client = Peers.overHttps(cluster, "m1");
                    var live = Contract.read(client)) {
                cluster.incus(
                        "cluster",
                        "update-certificate",
                        other.resolve("server.crt").toString(),
                        other.resolve("server.key").toString());
                cluster.stopDaemon("m1");
                cluster.startDaemon("m1");
                await().atMost(Contract.SOON)
                        .untilAsserted(() ->
                                assertThat(live.image().link())
                                        .isInstanceOfSatisfying(
                                                Link.Interrupted.class,
                                                link -> isReplaced(link, renewed)));
            }
        }

        private static void isReplaced(Link.Interrupted link, X509Certificate renewed) {
            assertThat(link.trouble())
                    .isInstanceOfSatisfying(
                            Trouble.UnknownCertificate.class,
                            trouble -> assertThat(trouble.presented()).isEqualTo(renewed));
        }
    }

    /// The leader's loss is looked at in the window's tests.
    @Nested
    @RealPileus
    @RealContainers
    class OnPileus extends Contract {
        OnPileus(PileusCluster cluster) {
            super(cluster);
        }

        @Override
        boolean tellsLoad() {
            return true;
        }

        /// It goes on answering with what it has, and says itself that it hears nobody.
        @Override
        boolean hasNoLeader(LiveCluster live) {
            return live.image().leader().isEmpty()
                    && live.image().members().stream()
                            .allMatch(member -> member.condition() == MemberStatus.OFFLINE);
        }
    }

    @Nested
    @RealLxd
    class OnLxd extends Contract {
        OnLxd(LxdCluster cluster) {
            super(cluster);
        }

        @Override
        boolean tellsLoad() {
            return false;
        }
    }
}
