package dev.pileus.server.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.pileus.api.ClusterMember;
import dev.pileus.api.MemberStatus;
import dev.pileus.testkit.ClusterOptions;
import dev.pileus.testkit.Command;
import dev.pileus.testkit.PileusCluster;
import dev.pileus.testkit.RealContainers;
import dev.pileus.testkit.RealPileus;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// A member whose disk is full gives its vote to another one, and comes back when there is room.
@RealPileus
@RealContainers
class FullDiskIT {
    private static final Duration SOON = Duration.ofSeconds(90);

    private static PileusCluster cluster;
    private static Path disk;

    @BeforeAll
    static void start() throws IOException {
        cluster = PileusCluster.start(ClusterOptions.size(2));
        disk = Files.createDirectory(cluster.root().resolve("n1"));
        Command.of("mount", "-t", "tmpfs", "-o", "size=100m", "tmpfs", disk.toString()).output();
        join("n1");
        join("n2");
    }

    @AfterAll
    static void stop() {
        cluster.killDaemon("n1");
        Command.of("umount", "--lazy", disk.toString()).output();
        cluster.close();
    }

    private static void join(String name) {
        new Joins(cluster, cluster.startNewcomer(name)).join();
    }

    @Test
    void anotherMemberTakesItsVote() throws IOException {
        await().atMost(SOON).until(() -> member("n1").isVoter() && member("n2").isStandby());

        var filler = disk.resolve("filler");
        var filled = Command.of("dd", "if=/dev/zero", "of=" + filler, "bs=64k").run();
        assertThat(filled.errors()).contains("No space left");
        cluster.client("config", "set", "user.note=one");
        cluster.client("config", "set", "user.note=two");
        await().atMost(SOON)
                .until(() ->
                        member("n1").condition() == MemberStatus.OFFLINE && member("n2").isVoter());
        var asked = Command.of("incus", "project", "list").in(at("n1")).run();
        assertThat(asked.errors()).contains("this member's database has stopped");

        // one more can be lost now
        cluster.killDaemon("m2");
        cluster.client("config", "set", "user.note=three");
        cluster.startDaemon("m2");

        Files.delete(filler);
        cluster.stopDaemon("n1");
        cluster.startDaemon("n1");
        cluster.awaitOnline();
        assertThat(cluster.clientAt("n1", "config", "get", "user.note")).isEqualTo("three");
    }

    private static Map<String, String> at(String member) {
        return Map.of("INCUS_DIR", cluster.member(member).stateDir().toString());
    }

    private static ClusterMember member(String name) {
        return cluster.clusterMembers().stream()
                .filter(member -> member.serverName().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
