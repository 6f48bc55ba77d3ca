package dev.pileus.server.instances;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pileus.testkit.RealContainers;
import dev.pileus.testkit.StockClients;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What instances share with others: profiles, and the room of their project.
@StockClients
@RealContainers
class SharesIT {
    @TempDir static Path folder;
    private static LoneServer server;

    @BeforeAll
    static void start() throws IOException {
        server = LoneServer.start(folder);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void aProfileDoesNotTakeTheirDisksAwayFromInstances() {
        server.incus("create", "busybox", "c1", "-q");
        server.refuses(
                "At least one instance relies on this profile's root disk device",
                "profile",
                "device",
                "remove",
                "default",
                "root");
        server.refuses(
                "At least one instance relies on",
                "profile",
                "device",
                "set",
                "default",
                "root",
                "pool=elsewhere");
        server.incus("start", "c1");
        server.incus("delete", "c1", "--force");
    }

    @Test
    void aProjectHasNoMoreInstancesThanItMay() {
        server.incus(
                "project",
                "create",
                "small",
                "-c",
                "features.images=false",
                "-c",
                "features.profiles=false");
        server.incus("project", "set", "small", "limits.instances=1");
        server.incus("create", "busybox", "c1", "-q", "--project", "small");
        server.refuses(
                "Reached maximum number of instances in project \"small\"",
                "create",
                "busybox",
                "c2",
                "-q",
                "--project",
                "small");
        server.incus("config", "set", "c1", "limits.memory=64MiB", "--project", "small");
        server.incus("project", "set", "small", "limits.memory=100MiB");
        server.refuses(
                "Failed checking if instance update allowed: Reached maximum aggregate value \"100MiB\" for \"limits.memory\" in project \"small\"",
                "config",
                "set",
                "c1",
                "limits.memory=128MiB",
                "--project",
                "small");
        server.refuses("is too low", "project", "set", "small", "limits.memory=10MiB");
        assertThat(server.incus("project", "info", "small", "-f", "csv"))
                .contains("INSTANCES,1,1", "MEMORY,100.00MiB,64.00MiB");
        server.incus("delete", "c1", "--project", "small");
        server.incus("project", "delete", "small");
    }
}
