package dev.pileus.model.store;

import java.time.Instant;

/// Decides how the console is connected: by whether the members can be read, which needs a server
/// that answers and a database with a leader. Thread-safe.
final class LinkWatch {
    private final ClusterSource source;
    private final Board board;
    private volatile boolean live;

    LinkWatch(ClusterSource source, Board board) {
        this.source = source;
        this.board = board;
    }

    /// Whether events arrive.
    void live(boolean now) {
        live = now;
        board.change(draft -> {
            if (draft.link() instanceof Link.Connected) {
                readable(draft);
            }
        });
    }

    void readable(Draft draft) {
        draft.link(new Link.Connected(source.endpoint(), live));
    }

    void unreadable(Draft draft, Trouble trouble) {
        draft.link(new Link.Interrupted(trouble, since(draft)));
    }

    private Instant since(Draft draft) {
        return draft.link() instanceof Link.Interrupted earlier
                ? earlier.since()
                : board.time().instant();
    }
}
