package dev.pileus.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.pileus.api.Certificate;
import dev.pileus.api.TrustToken;
import dev.pileus.testkit.IncusCluster;
import dev.pileus.testkit.LxdCluster;
import dev.pileus.testkit.RealCluster;
import dev.pileus.testkit.RealIncus;
import dev.pileus.testkit.RealLxd;
import dev.pileus.trust.ClientIdentity;
import dev.pileus.trust.Fingerprint;
import dev.pileus.trust.ServerTrust;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/// Becoming trusted, and refusing the wrong server.
class TrustIT {
    abstract static class Contract {
        final RealCluster cluster;
        final ServerClient admin;
        final ClientIdentity identity = Peers.stranger();

        Contract(RealCluster cluster) {
            this.cluster = cluster;
            this.admin = Peers.overSocket(cluster, "m1");
        }

        @AfterEach
        void close() {
            admin.close();
        }

        ServerClient stranger(String member) {
            return ServerClient.open(Peers.settings(cluster, identity, member));
        }

        @Test
        void firstLookShowsTheCertificateOfTheCluster() {
            var presented =
                    FirstContact.presentedBy(Peers.endpoint(cluster, "m2"), Timeouts.DEFAULT);
            assertThat(presented).isEqualTo(cluster.clusterCertificate());
        }

        @Test
        void refusesAServerWithAnotherFingerprint() {
            var wrong = ServerTrust.pinned(identity.fingerprint());
            var endpoints = Peers.endpoints(cluster, "m1");
            try (var client = ServerClient.open(ClientSettings.https(endpoints, wrong, identity))) {
                var failure =
                        Failures.of(Failure.UntrustedServer.class, () -> client.server().get());
                assertThat(Fingerprint.of(failure.presented()))
                        .isEqualTo(Fingerprint.parse(cluster.fingerprint()));
                assertThat(failure.expected()).contains(identity.fingerprint());
            }
        }

        @Test
        void becomesTrustedByATokenOfTheStockClient() {
            var token = cluster.issueTrustToken("token-holder");
            try (var client = stranger("m1")) {
                client.certificates().addWithToken(token);
                assertThat(client.server().get().isTrusted()).isTrue();
                assertThat(client.certificates().list())
                        .filteredOn(c -> c.fingerprint().equals(identity.fingerprint().hex()))
                        .extracting(Certificate::name)
                        .containsExactly("token-holder");
            }
        }

        @Test
        void becomesTrustedByATokenOfOurs() throws Exception {
            var token = admin.certificates().createToken("ours", List.of());
            assertThat(token.clientName()).isEqualTo("ours");
            assertThat(token.fingerprint()).isEqualTo(cluster.fingerprint());
            assertThat(TrustToken.decode(token.encode())).isEqualTo(token);
            try (var client = stranger("m1")) {
                client.certificates().addWithToken(token.encode());
                assertThat(client.server().get().isTrusted()).isTrue();
            }
        }

        @Test
        void refusesAnUsedToken() {
            var token = admin.certificates().createToken("used", List.of()).encode();
            try (var client = stranger("m1")) {
                client.certificates().addWithToken(token);
            }
            var settings = Peers.settings(cluster, Peers.stranger(), "m1");
            try (var second = ServerClient.open(settings)) {
                var failure =
                        Failures.of(() -> second.certificates().addWithToken(token)).failure();
                assertThat(failure)
                        .isInstanceOfAny(Failure.Refused.class, Failure.NotTrusted.class);
            }
        }

        @Test
        void refusesGarbageForAToken() {
            try (var client = stranger("m1")) {
                Failures.of(
                        Failure.NotTrusted.class,
                        () -> client.certificates().addWithToken("garbage"));
            }
        }

        @Test
        void addsAndRemovesACertificate() {
            admin.certificates().add("added", identity.certificate(), List.of());
            try (var client = stranger("m2")) {
                assertThat(client.server().get().isTrusted()).isTrue();
                assertThat(
                                Failures.of(() ->
                                                client.certificates()
                                                        .add(
                                                                "again",
                                                                identity.certificate(),
                                                                List.of()))
                                        .isRefusal(409))
                        .isTrue();
                admin.certificates().delete(identity.fingerprint().hex());
            }
            try (var client = stranger("m1")) {
                assertThat(client.server().get().isTrusted()).isFalse();
            }
        }

        @Test
        void listsTheMembersAsWell() {
            assertThat(admin.certificates().list())
                    .filteredOn(certificate -> certificate.type().equals("server"))
                    .extracting(Certificate::name)
                    .contains("m1", "m2");
        }
    }

    @Nested
    @RealIncus
    class OnIncus extends Contract {
        OnIncus(IncusCluster cluster) {
            super(cluster);
        }

        @Test
        void hasNoPasswords() {
            try (var client = stranger("m1")) {
                Failures.of(
                        Failure.NotTrusted.class,
                        () -> client.certificates().addWithPassword("x", "secret"));
            }
        }

        @Test
        void refusesAnExpiredToken() {
            cluster.client("config", "set", "core.remote_token_expiry", "1S");
            try (var client = stranger("m1")) {
                var token = admin.certificates().createToken("short", List.of());
                assertThat(token.expiresAt()).isNotEqualTo(TrustToken.NEVER);
                await().until(() -> token.isExpired(Instant.now()));
                Failures.of(
                        Failure.Refused.class,
                        () -> client.certificates().addWithToken(token.encode()));
            } finally {
                cluster.client("config", "unset", "core.remote_token_expiry");
            }
        }
    }

    @Nested
    @RealLxd
    class OnLxd extends Contract {
        OnLxd(LxdCluster cluster) {
            super(cluster);
        }

        @Test
        void becomesTrustedByPassword() {
            assertPasswordWorks();
        }

        private void assertPasswordWorks() {
            try (var client = stranger("m2")) {
                client.certificates().addWithPassword("by-password", LxdCluster.TRUST_PASSWORD);
                assertThat(client.server().get().isTrusted()).isTrue();
            }
        }

        @Test
        void refusesAWrongPassword() {
            try (var client = stranger("m1")) {
                Failures.of(
                        Failure.NotTrusted.class,
                        () -> client.certificates().addWithPassword("x", "wrong"));
            }
        }

        @Test
        void keepsThePasswordWhenSettingsAreReplaced() {
            var before = admin.server().get("");
            var config = new LinkedHashMap<>(before.value().config());
            config.put("user.note", "hello");
            admin.server().replace(before, config, "");
            assertPasswordWorks();
            admin.server().replace(admin.server().get(""), before.value().config(), "");
            assertThat(admin.server().get().config()).isEqualTo(before.value().config());
        }
    }
}
