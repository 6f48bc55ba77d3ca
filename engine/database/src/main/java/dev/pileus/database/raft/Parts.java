package dev.pileus.database.raft;

import dev.pileus.database.DatabaseException;
import dev.pileus.database.HaltedException;
import dev.pileus.database.raft.wire.Links;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// This member's part in the group over time: none as a spare, one with a replica. Begins, mends
/// and ends it when roles change, and keeps the folder's [Identity] in step.
final class Parts implements NodeEvents, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Parts.class);

    private final RaftSettings settings;
    private final Links links;
    private final ChangeFeed changes;
    private final News news;
    private final DatabaseFolder folder;
    private final CopyOnWriteArrayList<Runnable> leadership = new CopyOnWriteArrayList<>();
    private final ReentrantLock changing = new ReentrantLock();
    private volatile Identity identity;
    private volatile @Nullable Part part;
    private volatile @Nullable DatabaseException halted;
    private OptionalLong loggedLeader = OptionalLong.empty();
    private boolean closed;

    Parts(RaftSettings settings, Identity identity, Links links, ChangeFeed changes, News news) {
        this.settings = settings;
        this.identity = identity;
        this.links = links;
        this.changes = changes;
        this.news = news;
        this.folder = new DatabaseFolder(settings.folder());
    }

    UUID group() {
        return identity.group();
    }

    /// The roles of all as this member has last seen them, perhaps long ago.
    Map<Long, RaftRole> knownRoles() {
        return identity.roles();
    }

    /// Empty on a spare.
    Optional<Part> current() {
        return Optional.ofNullable(part);
    }

    /// A replica that may be asked.
    Optional<Part> readable() {
        return current().filter(Part::isReadable);
    }

    Optional<DatabaseException> failure() {
        return Optional.ofNullable(halted);
    }

    /// @throws DatabaseException with the reason, once this member can apply nothing any more
    void checkHealth() {
        var reason = halted;
        if (reason != null) {
            throw new HaltedException(
                    "this member's database has stopped: %s. Its daemon has to be started anew when that is mended"
                            .formatted(reason.getMessage()),
                    reason);
        }
    }

    void watchLeadership(Runnable listener) {
        leadership.add(listener);
    }

    void ignoreLeadership(Runnable listener) {
        leadership.remove(listener);
    }

    void form() {
        changing.lock();
        try {
            begin(RaftNode.Start.FORM, true);
        } finally {
            changing.unlock();
        }
    }

    /// Goes on with what is on the disk.
    void reopen() {
        changing.lock();
        try {
            if (identity.replica()) {
                begin(
                        identity.isOnlyVoter() ? RaftNode.Start.ALONE : RaftNode.Start.REJOIN,
                        identity.roles().containsKey(settings.member()));
            }
        } finally {
            changing.unlock();
        }
    }

    /// Gets ready for the leader to add this member. Where there is a part already it goes on, also
    /// one that Ratis has ended meanwhile.
    void startReplica() {
        changing.lock();
        try {
            if (closed) {
                return;
            }
            if (part != null) {
                revive();
                return;
            }
            folder.deleteReplica();
            remember(identity.withReplica(true));
            begin(RaftNode.Start.REJOIN, false);
        } finally {
            changing.unlock();
        }
        news.tell();
    }

    /// Becomes a spare because the leader says so.
    ///
    /// @param proof a membership without this member; an outdated one is ignored
    void stopReplica(Membership proof) {
        changing.lock();
        try {
            var present = part;
            if (closed
                    || present == null
                    || proof.lists(settings.member())
                    || proof.index() < present.node().view().membership().index()) {
                return;
            }
            LOG.info("Member {} becomes a spare", settings.member());
            part = null;
            present.close();
            remember(identity.withReplica(false));
            folder.deleteReplica();
        } finally {
            changing.unlock();
        }
        leaderChanged();
    }

    /// Takes part again, after Ratis has ended it, in a group that does want this member.
    void revive() {
        changing.lock();
        try {
            var present = part;
            if (!closed && halted == null && present != null && !present.node().view().isAlive()) {
                present.node().rebuild();
            }
        } catch (IOException | RuntimeException e) {
            LOG.warn("Cannot take part again: {}", e.getMessage());
        } finally {
            changing.unlock();
        }
    }

    @Override
    public void leaderChanged() {
        current().map(present -> present.node().view().leader()).ifPresent(this::logLeader);
        tellLeadership();
    }

    @Override
    public void configurationApplied(long index) {
        Thread.ofVirtual().name("database-role").start(() -> settle(index));
    }

    @Override
    public void halted(DatabaseException cause) {
        LOG.error("Member {} cannot go on with its database", settings.member(), cause);
        halted = cause;
        Thread.ofVirtual()
                .name("database-halt")
                .start(() -> current().ifPresent(present -> present.node().close()));
        leaderChanged();
    }

    @Override
    public void close() {
        changing.lock();
        try {
            closed = true;
            var present = part;
            if (present != null) {
                present.close();
            }
        } finally {
            changing.unlock();
        }
    }

    private synchronized void logLeader(OptionalLong leader) {
        if (leader.isPresent() && !leader.equals(loggedLeader)) {
            LOG.info("Member {} leads the database", leader.getAsLong());
            loggedLeader = leader;
        }
    }

    /// Under the lock: a change of the group that is applied meanwhile waits for it.
    private void begin(RaftNode.Start start, boolean readable) {
        var replica = Replica.open(folder.prepareLive(), settings.migrations(), changes);
        try {
            var node = RaftNode.start(settings, identity.group(), replica, links, this, start);
            part = new Part(replica, node, readable);
        } catch (RuntimeException e) {
            replica.close();
            throw e;
        }
        news.tell();
    }

    /// A change of the group is applied. Old ones are repeated after a start: only the current one
    /// counts.
    private void settle(long index) {
        changing.lock();
        try {
            var present = part;
            if (closed || present == null) {
                return;
            }
            var membership = present.node().view().membership();
            if (membership.index() > index) {
                return;
            }
            remember(identity.with(membership.roles()));
            if (membership.lists(settings.member()) && !present.isReadable()) {
                present.becomeReadable();
                changes.tell(index, ChangeFeed.EVERYTHING);
            }
            if (!present.node().view().fitsItsRole()) {
                present.node().rebuild();
            }
        } catch (IOException | RuntimeException e) {
            halted(new DatabaseException("cannot take up the new role: " + e.getMessage(), e));
        } finally {
            changing.unlock();
        }
        tellLeadership();
    }

    private void tellLeadership() {
        news.tell();
        for (var listener : leadership) {
            try {
                listener.run();
            } catch (RuntimeException e) {
                LOG.error("A listener for changes of the leadership failed", e);
            }
        }
    }

    private void remember(Identity changed) {
        if (!changed.equals(identity)) {
            identity = changed;
            changed.write(settings.folder());
        }
    }
}
