package dev.pileus.server.members;

import dev.pileus.database.DatabaseException;
import dev.pileus.domain.members.Heartbeats;
import dev.pileus.domain.members.RolesService;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What the leader does as long as it leads, round by round: hears the members, gives out the
/// database's roles, clears away what has expired.
final class Leadership implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Leadership.class);

    private final BooleanSupplier leads;
    private final LongSupplier own;
    private final Heartbeats heartbeats;
    private final RolesService roles;
    private final List<Runnable> chores;
    private final Semaphore news = new Semaphore(0);
    private final Thread thread;
    private volatile boolean closed;

    /// @param leads whether this member is the leader now
    /// @param chores what else has to be looked after in each round
    Leadership(
            BooleanSupplier leads,
            LongSupplier own,
            Heartbeats heartbeats,
            RolesService roles,
            List<Runnable> chores) {
        this.leads = leads;
        this.own = own;
        this.heartbeats = heartbeats;
        this.roles = roles;
        this.chores = List.copyOf(chores);
        this.thread = Thread.ofVirtual().name("leadership").unstarted(this::run);
    }

    void start() {
        thread.start();
    }

    /// The leader, a role or a member may have changed: the next round begins at once.
    void look() {
        news.release();
    }

    private void run() {
        while (!closed) {
            var pause = Duration.ofSeconds(1);
            try {
                if (leads.getAsBoolean()) {
                    round();
                    pause = heartbeats.interval();
                } else {
                    heartbeats.standDown();
                }
            } catch (RuntimeException e) {
                LOG.warn("A round of the leader failed: {}", e.getMessage());
            }
            if (!await(pause)) {
                return;
            }
        }
    }

    private void round() {
        heartbeats.round(own.getAsLong());
        try {
            roles.rebalance();
        } catch (DatabaseException e) {
            // the next round goes on from there
            LOG.warn("Cannot give out the database's roles: {}", e.getMessage());
        }
        chores.forEach(Runnable::run);
    }

    private boolean await(Duration pause) {
        try {
            var ignored = news.tryAcquire(pause.toMillis(), TimeUnit.MILLISECONDS);
            news.drainPermits();
            return true;
        } catch (InterruptedException e) {
            return false;
        }
    }

    @Override
    public void close() {
        closed = true;
        thread.interrupt();
    }
}
