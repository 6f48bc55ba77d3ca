package dev.pileus.server.instances;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pileus.testkit.RealContainers;
import dev.pileus.testkit.StockClients;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Instances go to other pools of their member, by the stock client.
@StockClients
@RealContainers
class PoolMovesIT {
    @TempDir static Path folder;
    private static LoneServer server;

    @BeforeAll
    static void start() throws IOException {
        server = LoneServer.start(folder);
        server.incus("storage", "create", "extra", "dir");
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void takesEverythingAlong() throws IOException {
        server.incus("launch", "busybox", "c1", "-q");
        Files.writeString(server.rootfs("c1").resolve("etc/note"), "before");
        server.incus("snapshot", "create", "c1", "s");
        server.refuses("must be stopped", "move", "c1", "-s", "extra", "--stateless");
        server.incus("stop", "c1", "--force");
        server.refuses("no storage pool \"nope\"", "move", "c1", "-s", "nope");
        Files.writeString(server.rootfs("c1").resolve("etc/note"), "after");

        server.incus("move", "c1", "-s", "extra");

        var moved = server.member.stateDir().resolve("storage-pools/extra/containers/c1/rootfs");
        assertThat(moved.resolve("etc/note")).hasContent("after");
        assertThat(server.rootfs("c1")).doesNotExist();
        assertThat(server.incus("storage", "show", "extra")).contains("/1.0/instances/c1");
        server.incus("start", "c1");
        // what it was taken on, the snapshot comes back to where the instance is now
        server.incus("snapshot", "restore", "c1", "s");
        assertThat(moved.resolve("etc/note")).hasContent("before");
        assertThat(server.status("c1")).isEqualTo("RUNNING");

        server.incus("stop", "c1", "--force");
        server.incus("move", "c1", "c2", "-s", "default");
        assertThat(server.rootfs("c2").resolve("etc/note")).hasContent("before");
        assertThat(server.incus("snapshot", "list", "c2", "-f", "csv")).startsWith("s,");
        assertThat(server.incus("list", "-f", "csv", "-c", "n")).isEqualTo("c2");
        server.incus("delete", "c2");
        server.incus("storage", "delete", "extra");
    }
}
