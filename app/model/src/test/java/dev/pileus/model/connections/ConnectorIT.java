package dev.pileus.model.connections;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pileus.client.Endpoint;
import dev.pileus.client.remotes.FoundRemotes;
import dev.pileus.model.store.Intervals;
import dev.pileus.testkit.IncusCluster;
import dev.pileus.testkit.LxdCluster;
import dev.pileus.testkit.PeerMember;
import dev.pileus.testkit.PileusCluster;
import dev.pileus.testkit.RealCluster;
import dev.pileus.testkit.RealIncus;
import dev.pileus.testkit.RealLxd;
import dev.pileus.testkit.RealPileus;
import dev.pileus.trust.ClientCertificates;
import dev.pileus.trust.Fingerprint;
import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConnectorIT {
    abstract static class Contract {
        private final RealCluster cluster;
        private final boolean passwords;

        @TempDir Path directory;
        Connector connector;

        Contract(RealCluster cluster, boolean passwords) {
            this.cluster = cluster;
            this.passwords = passwords;
        }

        @BeforeEach
        void make() throws IOException {
            connector = connector(directory);
        }

        @Test
        void opensASocketAtOnce() {
            var socket = "unix:" + cluster.socket("m1");
            try (var opened = opened(connector.open(resolved(socket)))) {
                assertThat(opened.server().environment().serverName()).isEqualTo("m1");
            }
        }

        @Test
        void leadsFromAnAddressToTrustByAToken() throws IOException {
            var unknown = (Opening.CertificateUnknown) connector.open(resolved(address("m1")));
            var fingerprint = Fingerprint.of(unknown.presented());
            assertThat(fingerprint.hex()).isEqualTo(cluster.fingerprint());

            var stranger =
                    (Opening.NotTrusted) connector.open(unknown.connection().pinned(fingerprint));
            assertThat(stranger.passwordMayHelp()).isEqualTo(passwords);

            var token = cluster.issueTrustToken("wizard");
            try (var opened =
                    opened(connector.openWithToken(stranger.connection(), "\n " + token))) {
                assertThat(opened.server().isTrusted()).isTrue();
                assertThat(opened.connection().pin()).contains(fingerprint);
            }
            usedTokenIsRefused(stranger.connection(), token);
            opened(connector.open(stranger.connection())).close();
        }

        private void usedTokenIsRefused(SavedConnection connection, String token)
                throws IOException {
            var other = connector(directory.resolve("other"));
            assertThat(other.openWithToken(connection, token))
                    .isInstanceOf(Opening.SecretRefused.class);
        }

        @Test
        void opensWithNothingButAToken() throws InterruptedException {
            var token = cluster.issueTrustToken("token-only");
            var connection = Connector.connection(token).orElseThrow();
            try (var opened = opened(connector.openWithToken(connection, token));
                    var live = opened.live(Intervals.standard(), InstantSource.system())) {
                assertThat(live.awaitFirst(Duration.ofSeconds(20))).isTrue();
                assertThat(live.image().members()).hasSize(cluster.members().size());
                assertThat(opened.withLearnedAddresses().endpoints())
                        .containsExactlyInAnyOrderElementsOf(everyAddress());
            }
        }

        @Test
        void stopsAtACertificateThatIsNotThePinnedOne() {
            var pinned = resolved(address("m1")).pinned(new Fingerprint("ab".repeat(32)));
            assertThat(connector.open(pinned))
                    .isInstanceOfSatisfying(
                            Opening.CertificateChanged.class,
                            changed -> {
                                assertThat(changed.pinned()).isEqualTo(pinned.pin().orElseThrow());
                                assertThat(Fingerprint.of(changed.presented()).hex())
                                        .isEqualTo(cluster.fingerprint());
                            });
        }

        SavedConnection pinned() {
            return resolved(address("m1")).pinned(new Fingerprint(cluster.fingerprint()));
        }

        private SavedConnection resolved(String target) {
            return ((Resolution.Found) connector.resolve(Target.parse(target))).connection();
        }

        private String address(String member) {
            return cluster.member(member).address().toString();
        }

        private List<Endpoint> everyAddress() {
            return cluster.members().stream()
                    .map(PeerMember::address)
                    .map(address -> Endpoint.parse(address.toString()))
                    .toList();
        }

        private static Connector connector(Path directory) throws IOException {
            var maker = new ClientCertificates(InstantSource.system(), new SecureRandom());
            return new Connector(
                    ConnectionBook.in(directory),
                    () -> new FoundRemotes(List.of(), List.of()),
                    new OwnIdentity(directory, maker, "test"),
                    InstantSource.system());
        }

        static ClusterConnection opened(Opening opening) {
            assertThat(opening).isInstanceOf(Opening.Opened.class);
            return ((Opening.Opened) opening).cluster();
        }
    }

    @Nested
    @RealIncus
    class OnIncus extends Contract {
        OnIncus(IncusCluster cluster) {
            super(cluster, false);
        }
    }

    @Nested
    @RealPileus
    class OnPileus extends Contract {
        OnPileus(PileusCluster cluster) {
            super(cluster, false);
        }
    }

    @Nested
    @RealLxd
    class OnLxd extends Contract {
        OnLxd(LxdCluster cluster) {
            super(cluster, true);
        }

        @Test
        void becomesTrustedByThePassword() {
            assertThat(connector.openWithPassword(pinned(), "me", "wrong"))
                    .isInstanceOf(Opening.SecretRefused.class);
            opened(connector.openWithPassword(pinned(), "me", LxdCluster.TRUST_PASSWORD)).close();
        }
    }
}
