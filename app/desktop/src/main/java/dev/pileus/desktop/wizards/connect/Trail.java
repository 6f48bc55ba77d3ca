package dev.pileus.desktop.wizards.connect;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/// The pages behind the one that is shown, in the order in which they were left.
final class Trail {
    private final Deque<Page> behind = new ArrayDeque<>();

    boolean isEmpty() {
        return behind.isEmpty();
    }

    void leave(Page page) {
        behind.push(page);
    }

    /// The page that was left last; it is no longer behind.
    Page back() {
        return behind.pop();
    }

    /// The page on which everything began; nothing is behind it.
    Page backToTheStart() {
        var first = behind.getLast();
        behind.clear();
        return first;
    }

    /// Where everything began; empty while nothing is behind.
    Optional<Page> start() {
        return Optional.ofNullable(behind.peekLast());
    }
}
