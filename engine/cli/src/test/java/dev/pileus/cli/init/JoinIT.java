package dev.pileus.cli.init;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pileus.cli.CommandException;
import dev.pileus.cli.Dialogue;
import dev.pileus.client.ClientSettings;
import dev.pileus.client.ServerClient;
import dev.pileus.testkit.ClusterOptions;
import dev.pileus.testkit.PeerMember;
import dev.pileus.testkit.PileusCluster;
import dev.pileus.testkit.RealPileus;
import java.io.BufferedReader;
import java.io.PrintWriter;
import java.io.StringReader;
import java.io.StringWriter;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// New members of a cluster of our engine, by our own admin tool.
@RealPileus
class JoinIT {
    private PileusCluster cluster;

    @BeforeEach
    void start() {
        cluster = PileusCluster.start(ClusterOptions.size(1));
    }

    @AfterEach
    void stop() {
        cluster.close();
    }

    @Test
    void joinsByAPreseedWithAToken() {
        var newcomer = cluster.startNewcomer("m2");
        preseed(
                newcomer,
                "cluster: {enabled: true, server_address: '%s', cluster_token: '%s'}"
                        .formatted(newcomer.hostAndPort(), cluster.joinToken("m2")));
        assertThat(cluster.incus("cluster", "list", "--format", "csv")).contains("m2,");
        assertThat(newcomer.stateDir().resolve("storage-pools/default/containers")).isDirectory();
    }

    @Test
    void joinsByAPreseedWithAPassword() {
        cluster.incus("config", "set", "core.trust_password", "opensesame");
        var first = cluster.member("m1");
        var newcomer = cluster.startNewcomer("m2");
        var preseed =
                "cluster: {enabled: true, server_name: m2, server_address: '%s', cluster_address: '%s', cluster_certificate_path: '%s', cluster_password: %s}";
        var certificate = first.stateDir().resolve("cluster.crt");
        assertThatThrownBy(() ->
                        preseed(
                                newcomer,
                                preseed.formatted(
                                        newcomer.hostAndPort(),
                                        first.hostAndPort(),
                                        certificate,
                                        "wrong")))
                .isInstanceOf(CommandException.class)
                .hasMessageContaining("cannot join the cluster at " + first.hostAndPort());
        preseed(
                newcomer,
                preseed.formatted(
                        newcomer.hostAndPort(), first.hostAndPort(), certificate, "opensesame"));
        assertThat(cluster.incus("cluster", "list", "--format", "csv")).contains("m2,");
    }

    @Test
    void joinsByAnsweringQuestions() {
        var newcomer = cluster.startNewcomer("m2");
        var place = newcomer.stateDir().resolveSibling("elsewhere");
        assertThat(place.toFile().mkdir()).isTrue();
        var said = new StringWriter();
        try (var member = open(newcomer)) {
            var answers =
                    String.join(
                            "\n",
                            "yes",
                            newcomer.hostAndPort(),
                            "yes",
                            cluster.joinToken("m2"),
                            "yes",
                            place.toString(),
                            "");
            var dialogue =
                    new Dialogue(
                            new BufferedReader(new StringReader(answers)), new PrintWriter(said));
            var preseed = new Interview(dialogue, new ThisHost(member, newcomer.stateDir())).ask();
            new PreseedRun(member, preseed).run();
        }
        assertThat(said.toString())
                .contains("Choose \"source\" property for storage pool \"default\"");
        assertThat(cluster.incus("storage", "get", "default", "source", "--target", "m2"))
                .isEqualTo(place.toString());
        assertThat(place.resolve("containers")).isDirectory();
    }

    @Test
    void refusesAPlaceThatIsNotThereAndLeavesNoTrace() {
        var newcomer = cluster.startNewcomer("m2");
        assertThatThrownBy(() ->
                        preseed(
                                newcomer,
                                """
                                cluster:
                                  enabled: true
                                  server_address: '%s'
                                  cluster_token: '%s'
                                  member_config:
                                  - {entity: storage-pool, name: default, key: source, value: /nonexist}
                                """
                                        .formatted(
                                                newcomer.hostAndPort(), cluster.joinToken("m2"))))
                .isInstanceOf(CommandException.class)
                .hasMessageContaining("Source path '/nonexist' doesn't exist");
        assertThat(cluster.incus("cluster", "list", "--format", "csv")).doesNotContain("m2,");
        assertThat(cluster.incus("config", "trust", "list", "--format", "csv"))
                .doesNotContain("m2");
    }

    private static void preseed(PeerMember member, String preseed) {
        try (var client = open(member)) {
            new PreseedRun(client, PreseedFormat.read(preseed)).run();
        }
    }

    private static ServerClient open(PeerMember member) {
        return ServerClient.open(ClientSettings.unix(member.socket()));
    }
}
