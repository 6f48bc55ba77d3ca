package dev.pileus.server.http;

import java.util.ArrayList;
import java.util.List;

/// Happens once, and tells whoever wants to know, also those who ask later. Thread-safe.
final class Ending {
    private final List<Runnable> actions = new ArrayList<>();
    private boolean come;

    void come() {
        List<Runnable> due;
        synchronized (actions) {
            come = true;
            due = List.copyOf(actions);
            actions.clear();
        }
        due.forEach(Runnable::run);
    }

    boolean hasCome() {
        synchronized (actions) {
            return come;
        }
    }

    void then(Runnable action) {
        synchronized (actions) {
            if (!come) {
                actions.add(action);
                return;
            }
        }
        action.run();
    }
}
