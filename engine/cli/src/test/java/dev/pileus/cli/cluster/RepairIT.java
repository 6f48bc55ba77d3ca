package dev.pileus.cli.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pileus.api.ClusterMember;
import dev.pileus.api.MemberStatus;
import dev.pileus.cli.AdminTool;
import dev.pileus.cli.Main;
import dev.pileus.testkit.ClusterOptions;
import dev.pileus.testkit.Command;
import dev.pileus.testkit.PileusCluster;
import dev.pileus.testkit.Ports;
import dev.pileus.testkit.RealPileus;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/// What `pileus engine cluster` does when a cluster cannot help itself.
@RealPileus
@TestMethodOrder(OrderAnnotation.class)
class RepairIT {
    private static final List<String> NAMES = List.of("m1", "m2", "m3");
    private static PileusCluster cluster;

    @BeforeAll
    static void start() {
        cluster =
                PileusCluster.start(
                        ClusterOptions.size(3)
                                .offlineThreshold(ClusterOptions.SHORTEST_OFFLINE_THRESHOLD));
        awaitVoters(3);
    }

    @AfterAll
    static void stop() {
        cluster.close();
    }

    @Test
    @Order(1)
    void aLostMemberLosesItsVote() {
        assertThat(refused("m1", "remove-raft-node", "-q", address("m2")))
                .isEqualTo("pileus: Member \"m2\" is online: use \"cluster remove\"\n");
        assertThat(refused("m1", "remove-raft-node", "-q", "127.0.0.1:1"))
                .isEqualTo("pileus: No raft node with address or id \"127.0.0.1:1\"\n");
        assertThat(refused("m1", "remove-raft-node", "-q", ""))
                .isEqualTo("pileus: No raft node is named: host:port or an id\n");
        assertThat(AdminTool.run(dir("m1"), "no\n", "cluster", "remove-raft-node", "x").errors())
                .isEqualTo("pileus: Remove raft node operation aborted\n");
        var lost = address("m3");
        cluster.killDaemon("m3");
        cluster.awaitStatus("m3", MemberStatus.OFFLINE);
        assertThat(admin("m2", "remove-raft-node", "-q", lost).errors()).isEmpty();
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .untilAsserted(() ->
                        assertThat(admin("m1", "list-database").output()).doesNotContain(lost));
        cluster.startDaemon("m3");
        awaitVoters(3);
    }

    @Test
    @Order(2)
    void membersMoveToOtherAddresses(@TempDir Path texts) {
        var addresses = NAMES.stream().map(RepairIT::address).toList();
        NAMES.forEach(cluster::stopDaemon);
        var before = admin("m2", "show").output();
        var list = before;
        for (var old : addresses) {
            list = list.replace(old, "127.0.0.1:" + Ports.free());
        }
        var wanted = list;
        assertThat(AdminTool.run(dir("m1"), before, "cluster", "edit").output())
                .isEqualTo("Nothing is changed.\n");
        assertThat(AdminTool.run(dir("m1"), "members: []", "cluster", "edit").errors())
                .isEqualTo("pileus: Removing/Adding cluster members is not supported\n");
        editInAnEditor("m1", wanted, texts);
        for (var name : List.of("m2", "m3")) {
            var done = AdminTool.run(dir(name), wanted, "cluster", "edit");
            assertThat(done.errors()).isEmpty();
        }
        NAMES.forEach(cluster::startDaemon);
        awaitVoters(3);
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .untilAsserted(() ->
                        assertThat(cluster.clusterMembers())
                                .allSatisfy(member ->
                                        assertThat(wanted)
                                                .contains(member.url().replace("https://", ""))));
        cluster.awaitOnline();
        for (var name : NAMES) {
            var moved =
                    cluster.clientAt(name, "config", "get", "core.https_address", "--target", name);
            assertThat(wanted).contains(moved);
            assertThat(before).doesNotContain(moved);
            cluster.clientAt(name, "config", "set", "user." + name, "here");
        }
        assertThat(admin("m3", "list-database").output()).doesNotContain(addresses);
    }

    @Test
    @Order(3) // a member less: nothing can follow
    void oneSurvivorGoesOnAnotherFollowsAndTheLostOneIsRemoved() {
        cluster.incus("config", "set", "user.kept", "yes");
        assertThat(admin("m1", "list-database").output()).contains(address("m1"), address("m2"));
        assertThat(refused("m1", "recover-from-quorum-loss", "-q"))
                .isEqualTo("pileus: The daemon is running, please stop it first.\n");
        NAMES.forEach(cluster::killDaemon);
        assertThat(admin("m1", "show").output())
                .contains("# Latest log entry: term ", "name: m3", "role: voter");
        assertThat(AdminTool.run(dir("m1"), "no\n", "cluster", "recover-from-quorum-loss").errors())
                .isEqualTo("pileus: Recovery aborted\n");

        var recovered = admin("m1", "recover-from-quorum-loss", "-q").output();
        cluster.startDaemon("m1");
        awaitVoters(1);
        assertThat(cluster.clientAt("m1", "config", "get", "user.kept")).isEqualTo("yes");
        assertThat(dir("m1").resolve("database"))
                .isDirectoryContaining(path -> path.toString().contains("global.before-recovery-"));

        assertThat(admin("m1", "list-database").output())
                .contains(address("m1"))
                .doesNotContain(address("m2"));

        // with the old database it is no member that the recovered one has
        cluster.startDaemon("m2");
        cluster.awaitStatus("m2", MemberStatus.OFFLINE);
        cluster.killDaemon("m2");
        assertThat(misused("m2", "recover-from-quorum-loss", "-q", "--follow", "7"))
                .contains("\"7\" is no id of a database");
        admin("m2", "recover-from-quorum-loss", "-q", "--follow", id(recovered));
        cluster.startDaemon("m2");
        cluster.awaitStatus("m2", MemberStatus.ONLINE);
        cluster.awaitStatus("m3", MemberStatus.OFFLINE);
        assertThat(cluster.clientAt("m2", "config", "get", "user.kept")).isEqualTo("yes");
        cluster.clientAt("m1", "cluster", "remove", "m3", "--force", "--yes");
        assertThat(cluster.clusterMembers())
                .extracting(ClusterMember::serverName)
                .containsExactlyInAnyOrder("m1", "m2");
        cluster.incus("config", "set", "user.new", "yes");
    }

    /// In a terminal; the first try of this editor is refused, and it is opened again.
    private static void editInAnEditor(String member, String wanted, Path texts) {
        var editor =
                """
                if [ -e TEXTS/seen ]; then cp TEXTS/wanted "$1"
                else cp "$1" TEXTS/seen; echo 'members: []' > "$1"; fi
                """
                        .replace("TEXTS", texts.toString());
        try {
            Files.writeString(texts.resolve("wanted"), wanted);
            Files.writeString(texts.resolve("editor"), editor);
            var result =
                    Command.of("script", "-qec", tool(member, "edit"), "/dev/null")
                            .in(
                                    Map.of(
                                            "PATH",
                                            System.getenv("PATH"),
                                            "EDITOR",
                                            "sh " + texts.resolve("editor")))
                            .reading("yes\n")
                            .run();
            assertThat(result.output())
                    .contains("Removing/Adding cluster members is not supported")
                    .contains("Open the editor again?")
                    .contains("Changed on this member");
            assertThat(result.exitCode()).isZero();
            assertThat(texts.resolve("seen"))
                    .content()
                    .startsWith("# The members of the cluster as this member knows them.")
                    .contains("name: " + member);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The command line of the tool, in a process of its own.
    private static String tool(String member, String... words) {
        return String.join(
                " ",
                Path.of(System.getProperty("java.home"), "bin/java").toString(),
                "-cp",
                System.getProperty(
                        "surefire.test.class.path", System.getProperty("java.class.path")),
                Main.class.getName(),
                "cluster",
                String.join(" ", words),
                "--state-dir",
                dir(member).toString());
    }

    private static void awaitVoters(int count) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .ignoreExceptions()
                .until(() ->
                        cluster.clusterMembers().stream()
                                        .filter(member -> member.roles().contains("database"))
                                        .count()
                                == count);
    }

    private static String address(String name) {
        return cluster.clusterMembers().stream()
                .filter(member -> member.serverName().equals(name))
                .map(member -> member.url().replace("https://", ""))
                .findFirst()
                .orElseThrow();
    }

    private static Path dir(String member) {
        return cluster.member(member).stateDir();
    }

    private static AdminTool.Result admin(String member, String... words) {
        var command = new String[words.length + 1];
        command[0] = "cluster";
        System.arraycopy(words, 0, command, 1, words.length);
        return AdminTool.run(dir(member), "", command);
    }

    private static String refused(String member, String... words) {
        var result = admin(member, words);
        assertThat(result.code()).isEqualTo(1);
        return result.errors();
    }

    /// Wrong use, rather than something that cannot be done.
    private static String misused(String member, String... words) {
        var result = admin(member, words);
        assertThat(result.code()).isEqualTo(2);
        return result.errors();
    }

    private static String id(String recovered) {
        var matcher = Pattern.compile("--follow (\\S+)").matcher(recovered);
        assertThat(matcher.find()).isTrue();
        return matcher.group(1);
    }
}
