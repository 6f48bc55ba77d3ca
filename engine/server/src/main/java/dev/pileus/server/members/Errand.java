package dev.pileus.server.members;

import java.util.concurrent.Semaphore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A piece of work that is done again whenever somebody asks for it. Who asks does not wait; what
/// is asked for while it is being done is done once more afterwards.
final class Errand implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Errand.class);

    private final String name;
    private final Runnable work;
    private final Semaphore wanted = new Semaphore(0);
    private final Thread thread;
    private volatile boolean closed;

    private Errand(String name, Runnable work) {
        this.name = name;
        this.work = work;
        this.thread = Thread.ofVirtual().name(name).unstarted(this::run);
    }

    static Errand start(String name, Runnable work) {
        var errand = new Errand(name, work);
        errand.thread.start();
        return errand;
    }

    void ask() {
        wanted.release();
    }

    private void run() {
        while (!closed) {
            try {
                wanted.acquire();
                wanted.drainPermits();
                work.run();
            } catch (InterruptedException e) {
                return;
            } catch (RuntimeException e) {
                LOG.warn("{} failed: {}", name, e.getMessage());
            }
        }
    }

    @Override
    public void close() {
        closed = true;
        thread.interrupt();
    }
}
