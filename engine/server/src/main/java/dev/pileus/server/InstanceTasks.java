package dev.pileus.server;

import dev.pileus.database.Database;
import dev.pileus.database.DatabaseException;
import dev.pileus.database.Subscription;
import dev.pileus.database.TableListener;
import dev.pileus.domain.instances.InstanceKeeper;
import dev.pileus.domain.networks.NetworkHost;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Looks after the instances of this member, and what connects them, as long as the daemon runs.
final class InstanceTasks implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(InstanceTasks.class);
    private static final Duration LOOK = Duration.ofSeconds(1);
    private static final Duration EXPIRE = Duration.ofMinutes(1);
    private static final Duration CLEAR = Duration.ofMinutes(1);

    /// Until the database can be read.
    private static final Duration AGAIN = Duration.ofSeconds(1);

    private final InstanceKeeper keeper;
    private final NetworkHost networks;
    private final List<Subscription> changes;
    private final ScheduledExecutorService clock =
            Executors.newScheduledThreadPool(
                    2, Thread.ofPlatform().daemon().name("instances-", 0).factory());

    InstanceTasks(InstanceKeeper keeper, NetworkHost networks, Database database) {
        this.keeper = keeper;
        this.networks = networks;
        this.changes =
                List.of(
                        follow(database, NetworkHost.TABLES, networks::follow),
                        follow(database, InstanceKeeper.TABLES, keeper::follow));
    }

    private Subscription follow(Database database, Set<String> tables, Work work) {
        return database.watch(
                TableListener.of(
                        tables,
                        () -> {
                            if (!clock.isShutdown()) {
                                clock.execute(() -> attempt(work));
                            }
                        }));
    }

    void start(Movements movements) {
        clock.execute(() -> begin(movements));
    }

    private void begin(Movements movements) {
        try {
            movements.begin();
            keeper.begin();
        } catch (DatabaseException e) {
            LOG.debug("Starts instances later: {}", e.getMessage());
            var ignored =
                    clock.schedule(() -> begin(movements), AGAIN.toMillis(), TimeUnit.MILLISECONDS);
            return;
        } catch (InterruptedException e) {
            return;
        }
        attempt(networks::follow);
        every(LOOK, keeper::look);
        every(EXPIRE, keeper::expire);
        every(CLEAR, movements::look);
    }

    private void every(Duration period, Work work) {
        var millis = period.toMillis();
        var ignored =
                clock.scheduleWithFixedDelay(
                        () -> attempt(work), millis, millis, TimeUnit.MILLISECONDS);
    }

    private static void attempt(Work work) {
        try {
            work.run();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            LOG.error("Cannot look after instances and their networks", e);
        }
    }

    /// Ends the instances, because the host goes down.
    void end() {
        close();
        attempt(keeper::end);
        attempt(networks::release);
    }

    @Override
    public void close() {
        changes.forEach(Subscription::close);
        var ignored = clock.shutdownNow();
    }

    @FunctionalInterface
    private interface Work {
        void run() throws InterruptedException;
    }
}
