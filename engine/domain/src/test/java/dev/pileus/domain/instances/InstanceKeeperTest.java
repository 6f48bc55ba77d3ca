package dev.pileus.domain.instances;

import static dev.pileus.domain.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import dev.pileus.api.Instance;
import dev.pileus.database.Batch;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InstanceKeeperTest {
    @TempDir Path folder;
    private TestServer server;

    @BeforeEach
    void open() {
        server = TestServer.standalone(folder);
    }

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void startsWhatShallBeUpTheMostImportantOnesFirst() throws InterruptedException {
        server.create("always", Map.of("boot.autostart", "true"));
        server.create("never", Map.of("boot.autostart", "false", Instance.LAST_POWER, "RUNNING"));
        server.create("was-up", Map.of(Instance.LAST_POWER, "RUNNING"));
        server.create("was-down", Map.of(Instance.LAST_POWER, "STOPPED"));
        server.create("first", Map.of("boot.autostart", "true", "boot.autostart.priority", "10"));
        server.keeper.begin();
        assertThat(server.containers.launches)
                .extracting(Launch::handle)
                .startsWith("first")
                .containsExactlyInAnyOrder("first", "always", "was-up");
    }

    @Test
    void startsNothingInMaintenance() throws InterruptedException {
        server.create("c1", Map.of("boot.autostart", "true"));
        server.database.write(Batch.builder().run("UPDATE nodes SET state = 2").build());
        server.keeper.begin();
        assertThat(server.containers.launches).isEmpty();
    }

    @Test
    void startsNoMoreOnceMaintenanceHasBegun() throws InterruptedException {
        server.create("c1", Map.of("boot.autostart", "true"));
        server.create("c2", Map.of("boot.autostart", "true"));
        server.containers.whileStarting =
                () ->
                        server.database.write(
                                Batch.builder().run("UPDATE nodes SET state = 3").build());
        server.keeper.begin();
        assertThat(server.containers.launches).hasSize(1);
    }

    @Test
    void takesAwayWhatWasNeverFinished() throws InterruptedException {
        var ignored = server.creation.place("default", TestServer.wanted("half", Map.of()), "");
        server.keeper.begin();
        assertRefused(404, "Instance not found", () -> server.instances.find("default", "half"));
    }

    @Test
    void noticesWhoEndsByItself() throws InterruptedException {
        var instance = server.create("c1", Map.of());
        assertThat(server.change(instance, "start", false)).isEmpty();
        server.containers.up.clear();
        server.keeper.look();
        assertThat(server.again(instance).ownSetting(Instance.LAST_POWER)).isEqualTo("STOPPED");
    }

    @Test
    void noticesAlsoWhomAnEarlierDaemonHasStarted() throws InterruptedException {
        var instance = server.create("c1", Map.of(Instance.LAST_POWER, "RUNNING"));
        server.containers.up.put("c1", Power.RUNNING);
        server.keeper.begin();
        server.containers.up.clear();
        server.keeper.look();
        assertThat(server.again(instance).ownSetting(Instance.LAST_POWER)).isEqualTo("STOPPED");
    }

    @Test
    void doesNotTakeForEndedWhatIsStoppedForAWhile() throws InterruptedException {
        var instance = server.create("c1", Map.of());
        assertThat(server.change(instance, "start", false)).isEmpty();
        server.containers.whileEnding = this::lookInAnotherThread;
        server.keeper.end();
        server.keeper.look();
        assertThat(server.again(instance).ownSetting(Instance.LAST_POWER)).isEqualTo("RUNNING");
    }

    private void lookInAnotherThread() {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var looks =
                    threads.submit(() -> {
                        server.keeper.look();
                        return true;
                    });
            assertThat(looks).succeedsWithin(Duration.ofSeconds(10));
        }
    }

    @Test
    void endsAllWithTheHostAndRemembersThem() throws InterruptedException {
        var instance = server.create("c1", Map.of());
        server.create("c2", Map.of("boot.host_shutdown_action", "force-stop"));
        assertThat(server.change(instance, "start", false)).isEmpty();
        server.containers.up.put("c2", Power.RUNNING);
        server.containers.stubborn.add("c1");
        server.keeper.end();
        assertThat(server.containers.up).isEmpty();
        assertThat(server.again(instance).ownSetting(Instance.LAST_POWER)).isEqualTo("RUNNING");
    }
}
