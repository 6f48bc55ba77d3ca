package dev.pileus.server.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pileus.api.ClusterMember;
import dev.pileus.api.Json;
import dev.pileus.testkit.ClusterOptions;
import dev.pileus.testkit.CommandFailedException;
import dev.pileus.testkit.PeerMember;
import dev.pileus.testkit.PileusCluster;
import dev.pileus.testkit.RealPileus;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// Who may join, and what is left of those who may not: nothing, on either side.
@RealPileus
class JoinIT {
    private static PileusCluster cluster;
    private static PeerMember newcomer;
    private static Joins joins;

    @BeforeAll
    static void start() {
        cluster = PileusCluster.start(ClusterOptions.size(1));
        newcomer = cluster.startNewcomer("n1");
        joins = new Joins(cluster, newcomer);
    }

    @AfterAll
    static void stop() {
        cluster.close();
    }

    @Test
    void aTokenIsForOneNameOneUseAndAWhile() {
        var token = cluster.joinToken("n1");
        refused(join("zz", token), "The join token is for member \"n1\", not \"zz\"");
        cluster.client("cluster", "revoke-token", "n1");
        refused(join("n1", token), "No matching cluster join operation found");
        refused(join("n1", "garbage"), "not authorized");
        var replaced = cluster.joinToken("n1");
        var valid = cluster.joinToken("n1");
        refused(join("n1", replaced), "No matching cluster join operation found");
        assertThat(openTokens()).contains(valid);
        cluster.client("cluster", "revoke-token", "n1");
        nothingIsLeft();
    }

    @Test
    void withoutTokenOrPasswordNobodyJoins() {
        refused(
                join("n1", ""),
                "Failed to update cluster trust: Failed getting existing certificate: not authorized");
        nothingIsLeft();
    }

    @Test
    void aJoinThatFailsLateLeavesNoTrace() {
        failLate(cluster.joinToken("n1"));
        nothingIsLeft();
        assertThat(cluster.clientAt("n1", "config", "show")).doesNotContain("https_address");
    }

    @Test
    void whatCannotWorkDoesNotCostTheToken() {
        var request = join("n1", cluster.joinToken("n1"));
        request.put("server_address", cluster.member("m1").hostAndPort());
        refused(request, "The cluster already has a member with address: ");
        nothingIsLeft();
        assertThat(openTokens()).startsWith("n1,");
        cluster.client("cluster", "revoke-token", "n1");
    }

    @Test
    void whoHasFailedCanTryAgainAndLeave() {
        var token = cluster.joinToken("n1");
        refused(join("zz", token), "The join token is for member");
        failLate(token);
        assertThat(openTokens()).contains(token);
        send(join("n1", token));
        assertThat(names()).containsExactly("m1", "n1");
        assertThat(openTokens()).doesNotContain("n1");
        assertThat(cluster.clientAt("n1", "cluster", "list")).contains("m1", "n1");
        assertThat(cluster.clientAt("n1", "storage", "show", "default", "--target", "n1"))
                .contains(newcomer.stateDir().resolve("storage-pools/default").toString());
        refused(join("n1", ""), "This server is already clustered");
        cluster.clientAt("n1", "cluster", "remove", "n1");
        assertThat(names()).containsExactly("m1");
        assertThat(cluster.clientAt("n1", "query", "/1.0/cluster")).contains("\"enabled\": false");
        assertThat(newcomer.stateDir().resolve("storage-pools/default")).doesNotExist();
        assertThat(certificates()).containsExactly("m1");
        cluster.clientAt("n1", "config", "unset", "core.https_address");
        cluster.clientAt("n1", "config", "unset", "cluster.https_address");
    }

    @Test
    void aPasswordIsAsGoodAsAToken() {
        cluster.client("config", "set", "core.trust_password=sesame");
        refused(join("n1", "wrong"), "not authorized");
        send(join("n1", "sesame"));
        assertThat(names()).containsExactly("m1", "n1");
        cluster.client("cluster", "remove", "n1");
        cluster.client("config", "unset", "core.trust_password");
        cluster.clientAt("n1", "config", "unset", "core.https_address");
        cluster.clientAt("n1", "config", "unset", "cluster.https_address");
    }

    private void nothingIsLeft() {
        assertThat(names()).containsExactly("m1");
        assertThat(certificates()).containsExactly("m1");
        assertThat(cluster.clientAt("n1", "query", "/1.0/cluster")).contains("\"enabled\": false");
        assertThat(newcomer.stateDir().resolve("cluster.crt")).doesNotExist();
        assertThat(newcomer.stateDir().resolve("database/global.before")).doesNotExist();
    }

    /// Everything fits, but for a folder that the newcomer does not have.
    private static void failLate(String token) {
        var request = join("n1", token);
        request.put(
                "member_config",
                List.of(
                        Map.of(
                                "entity", "storage-pool",
                                "name", "default",
                                "key", "source",
                                "value", "/nonexist")));
        refused(
                request,
                "Failed to initialize member: Failed to initialize storage pools and networks: Failed to create storage pool \"default\": Source path '/nonexist' doesn't exist");
    }

    private static String openTokens() {
        return cluster.client("cluster", "list-tokens", "-f", "csv");
    }

    private static List<String> names() {
        return cluster.clusterMembers().stream().map(ClusterMember::serverName).toList();
    }

    /// Of those who are trusted as members.
    private static List<String> certificates() {
        var names = new ArrayList<String>();
        for (var entry :
                Json.mapper().readTree(cluster.client("query", "/1.0/certificates?recursion=1"))) {
            if (entry.path("type").stringValue("").equals("server")) {
                names.add(entry.path("name").stringValue(""));
            }
        }
        return names;
    }

    private static Map<String, Object> join(String name, String secret) {
        return joins.request(name, secret);
    }

    private static void send(Map<String, Object> request) {
        joins.send(request);
    }

    private static void refused(Map<String, Object> request, String text) {
        assertThatThrownBy(() -> send(request))
                .isInstanceOf(CommandFailedException.class)
                .hasMessageContaining(text);
    }
}
