package dev.pileus.database.raft;

import dev.pileus.database.DatabaseException;
import dev.pileus.database.raft.codec.ByteWriter;
import dev.pileus.database.raft.wire.Request;
import java.time.Duration;
import java.util.HashSet;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Asks, on a member without a replica, what has changed: a call that a database member answers as
/// soon as something does. Brings home who leads and who has which role as well.
final class RemoteChanges implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(RemoteChanges.class);
    private static final Duration ATTEMPT = Requests.LONG_POLL.plusSeconds(4);
    private static final Duration PAUSE = Duration.ofMillis(500);

    private final Parts parts;
    private final Remote remote;
    private final ChangeFeed changes;
    private final ToLeader toLeader;
    private final News news;
    private volatile boolean closed;
    private volatile Membership membership = Membership.NONE;

    RemoteChanges(Parts parts, Remote remote, ChangeFeed changes, ToLeader toLeader, News news) {
        this.parts = parts;
        this.remote = remote;
        this.changes = changes;
        this.toLeader = toLeader;
        this.news = news;
    }

    void start() {
        Thread.ofVirtual().name("database-changes").start(this::run);
    }

    /// As a database member has told it last.
    Membership membership() {
        return membership;
    }

    @Override
    public void close() {
        closed = true;
        news.tell();
    }

    private void run() {
        var since = -1L;
        while (!closed) {
            if (parts.readable().isPresent()) {
                since = -1;
                news.await(PAUSE);
                continue;
            }
            try {
                since = ask(since);
            } catch (DatabaseException e) {
                LOG.debug("Nobody tells what changes: {}", e.getMessage());
                news.await(PAUSE);
            }
        }
    }

    private long ask(long since) {
        var request = new ByteWriter().number(since).toBytes();
        var in = remote.ask(Request.CHANGES, request, ATTEMPT, Deadline.in(ATTEMPT));
        var newest = in.number();
        var tables = new HashSet<String>();
        var size = in.count();
        for (var i = 0; i < size; i++) {
            tables.add(in.text());
        }
        var status = MemberStatus.decode(in.nested());
        learn(status);
        // the first answer tells where things stand
        changes.tell(newest, tables);
        return newest;
    }

    private void learn(MemberStatus status) {
        var news =
                !toLeader.leader().equals(status.leader())
                        || !membership.equals(status.membership());
        membership = status.membership();
        toLeader.heard(status.leader());
        if (news) {
            parts.leaderChanged();
        }
    }
}
