package dev.pileus.database.raft;

import dev.pileus.database.DatabaseException;
import dev.pileus.database.raft.wire.Request;
import java.io.IOException;
import java.time.Duration;
import java.util.Set;
import java.util.TreeSet;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Notices when the group has gone on without this member: removed while it was away, it hears of
/// no leader, and nobody tells it why. It asks around, and only a leader's committed membership
/// counts as an answer.
final class Lookout implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Lookout.class);
    private static final Duration LOOK = Duration.ofSeconds(1);
    private static final Duration CALL = Duration.ofSeconds(3);

    /// The leader speaks several times a second.
    private static final Duration SILENCE = Duration.ofSeconds(3);

    /// Longer than an election takes.
    private static final int QUIET_LOOKS = 4;

    /// Longer than the leader takes to add a member that has got ready for it.
    private static final int QUIET_LOOKS_OF_NEWCOMER = 60;

    private final RaftSettings settings;
    private final Calls calls;
    private final Parts parts;
    private final News closing = new News();
    private volatile boolean closed;

    /// It is said once that nobody leads. Only for the thread that looks.
    private boolean missing;

    Lookout(RaftSettings settings, Calls calls, Parts parts) {
        this.settings = settings;
        this.calls = calls;
        this.parts = parts;
    }

    void start() {
        Thread.ofVirtual().name("database-lookout").start(this::run);
    }

    @Override
    public void close() {
        closed = true;
        closing.tell();
    }

    private void run() {
        var quiet = 0;
        while (!closed) {
            closing.await(LOOK);
            quiet = hearsNobody() ? quiet + 1 : 0;
            if (quiet >= patience() && !closed) {
                quiet = 0;
                miss();
                look();
            } else if (quiet == 0) {
                found();
            }
        }
    }

    private void miss() {
        if (!missing) {
            missing = true;
            LOG.warn("The database has no leader that this member hears of: has it its majority?");
        }
    }

    private void found() {
        if (missing && !hearsNobody()) {
            missing = false;
            LOG.info("The database has a leader again");
        }
    }

    private boolean hearsNobody() {
        return parts.current().map(part -> part.node().hearsNobody(SILENCE)).orElse(false);
    }

    private int patience() {
        var belonged = parts.current().map(part -> part.node().view().membership().index() >= 0);
        return belonged.orElse(true) ? QUIET_LOOKS : QUIET_LOOKS_OF_NEWCOMER;
    }

    private void look() {
        for (var member : others()) {
            try {
                var status =
                        MemberStatus.decode(calls.call(member, Request.STATUS, new byte[0], CALL));
                if (status.leads()) {
                    obey(status.membership());
                    return;
                }
            } catch (IOException | DatabaseException e) {
                LOG.debug("Member {} does not tell who leads: {}", member, e.getMessage());
            }
        }
    }

    private void obey(Membership membership) {
        if (membership.lists(settings.member())) {
            parts.revive();
        } else {
            parts.stopReplica(membership);
        }
    }

    private Set<Long> others() {
        var others = new TreeSet<>(settings.peers().databaseMembers());
        parts.current()
                .ifPresent(part -> others.addAll(part.node().view().membership().roles().keySet()));
        others.addAll(parts.knownRoles().keySet());
        others.remove(settings.member());
        return others;
    }
}
