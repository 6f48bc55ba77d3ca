package dev.pileus.client;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pileus.api.JoinToken;
import dev.pileus.testkit.IncusCluster;
import dev.pileus.testkit.LxdCluster;
import dev.pileus.testkit.RealCluster;
import dev.pileus.testkit.RealIncus;
import dev.pileus.testkit.RealLxd;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class JoinTokenCallsIT {
    abstract static class Contract {
        private final RealCluster cluster;
        private final ServerClient client;

        Contract(RealCluster cluster) {
            this.cluster = cluster;
            this.client = Peers.overSocket(cluster, "m1");
        }

        @AfterEach
        void close() {
            client.close();
        }

        @Test
        void issuesListsAndRevokes() throws Exception {
            var token = client.joinTokens().create("m9");
            try (var other = Peers.overSocket(cluster, "m2")) {
                assertThat(other.joinTokens().list()).contains(token);
                assertThat(other.joinTokens().revoke("m9")).isTrue();
                assertThat(other.joinTokens().revoke("m9")).isFalse();
            }
            assertThat(client.joinTokens().list())
                    .extracting(JoinToken::serverName)
                    .doesNotContain("m9");
            assertThat(JoinToken.decode(token.encode())).isEqualTo(token);
            assertThat(token.fingerprint()).isEqualTo(cluster.fingerprint());
            assertThat(token.addresses()).contains(cluster.member("m1").hostAndPort());
        }

        @Test
        void issuesTheTokenOfTheStockClient() throws Exception {
            var ours = client.joinTokens().create("same");
            var theirs = JoinToken.decode(cluster.joinToken("same"));
            assertThat(theirs.serverName()).isEqualTo(ours.serverName());
            assertThat(theirs.fingerprint()).isEqualTo(ours.fingerprint());
            assertThat(client.joinTokens().list())
                    .extracting(JoinToken::secret)
                    .contains(theirs.secret())
                    .doesNotContain(ours.secret());
            client.joinTokens().revoke("same");
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
