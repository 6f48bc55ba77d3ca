package dev.pileus.server.members;

import dev.pileus.client.Pause;
import dev.pileus.database.DatabaseException;
import java.time.Duration;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What a member tells the cluster once at its start. It needs a leader, and perhaps this member is
/// the one that the others wait for: the daemon serves meanwhile.
final class Arrival implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Arrival.class);
    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final List<Runnable> news;
    private final Thread thread;

    private Arrival(List<Runnable> news) {
        this.news = List.copyOf(news);
        this.thread = Thread.ofVirtual().name("arrival").unstarted(this::run);
    }

    static Arrival start(List<Runnable> news) {
        var arrival = new Arrival(news);
        arrival.thread.start();
        return arrival;
    }

    private void run() {
        for (var piece : news) {
            if (!tell(piece)) {
                return;
            }
        }
    }

    private static boolean tell(Runnable piece) {
        while (true) {
            try {
                piece.run();
                return true;
            } catch (DatabaseException e) {
                LOG.info("Waits for the cluster's database: {}", e.getMessage());
            }
            if (!Pause.of(PAUSE)) {
                return false;
            }
        }
    }

    @Override
    public void close() {
        thread.interrupt();
    }
}
