package dev.pileus.domain.instances;

import static dev.pileus.domain.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import dev.pileus.api.InstanceSnapshot;
import dev.pileus.api.NewSnapshot;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SnapshotsTest {
    @TempDir Path folder;
    private TestServer server;
    private StoredInstance instance;

    @BeforeEach
    void open() {
        server = TestServer.standalone(folder);
        instance = server.create("c1", Map.of("user.a", "b"));
    }

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void numbersWhatNobodyNames() {
        take("");
        take("");
        assertThat(server.snapshots.list(instance))
                .extracting(InstanceSnapshot::name)
                .containsExactly("snap0", "snap1");
        assertRefused(409, "Snapshot \"c1/snap0\" already exists", () -> take("snap0"));
        assertRefused(400, "Invalid snapshot name \"../x\"", () -> take("../x"));
    }

    @Test
    void goesBackWithFilesAndKeys() throws IOException {
        assertThat(server.change(instance, "start", false)).isEmpty();
        take("s");
        Files.writeString(server.rootfs("c1").resolve("note"), "later");
        server.instances.set(server.again(instance), Map.of("user.a", "later"));
        assertThat(server.end(server.snapshots.restoring(instance, "s")).err()).isEmpty();
        assertThat(server.rootfs("c1").resolve("note")).hasContent("from the image");
        assertThat(server.again(instance).setting("user.a")).isEqualTo("b");
        assertThat(server.containers.up).containsKey("c1");
        assertRefused(
                404,
                "Instance snapshot not found",
                () -> server.snapshots.restoring(instance, "nope"));
    }

    @Test
    void renamesAndDeletes() {
        take("s");
        assertThat(server.end(server.snapshots.renaming(instance, "s", "t")).err()).isEmpty();
        assertThat(server.snapshots.get(instance, "t").name()).isEqualTo("t");
        assertThat(server.end(server.snapshots.deleting(instance, "t")).err()).isEmpty();
        assertThat(server.snapshots.list(instance)).isEmpty();
    }

    @Test
    void forgetsThoseWhoseTimeIsOver() {
        server.instances.set(instance, Map.of("snapshots.expiry", "1d"));
        instance = server.again(instance);
        take("short");
        server.snapshots.expire(
                instance, "short", present -> server.clock.instant().plus(Duration.ofDays(2)));
        take("long");
        server.clock.turn(Duration.ofHours(25));
        server.keeper.expire();
        assertThat(server.snapshots.list(instance))
                .extracting(InstanceSnapshot::name)
                .containsExactly("short");
    }

    @Test
    void comesAlongWithCopies() {
        take("s");
        var copy = server.create(TestServer.copy("c2", "c1"));
        assertThat(server.snapshots.list(copy))
                .extracting(InstanceSnapshot::name)
                .containsExactly("s");
        var earlier = server.create(TestServer.copy("c3", "c1/s"));
        assertThat(server.snapshots.list(earlier)).isEmpty();
    }

    private void take(String name) {
        assertThat(
                        server.end(
                                        server.snapshots.taking(
                                                instance, new NewSnapshot(name, false, null)))
                                .err())
                .isEmpty();
    }
}
