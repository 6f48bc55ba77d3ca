package dev.pileus.server.members;

import java.util.ArrayDeque;
import java.util.Deque;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What has to be taken back, the newest first, unless everything goes well.
final class Undo {
    private static final Logger LOG = LoggerFactory.getLogger(Undo.class);

    private final Deque<Runnable> steps = new ArrayDeque<>();

    /// The step just made is taken back like this.
    void by(Runnable step) {
        steps.push(step);
    }

    /// Takes everything back; a step that fails does not keep the others from it.
    void run() {
        while (!steps.isEmpty()) {
            try {
                steps.pop().run();
            } catch (RuntimeException e) {
                LOG.warn("Cannot take back a step of a failed change: {}", e.getMessage());
            }
        }
    }
}
