package dev.pileus.database.raft;

import dev.pileus.database.Batch;
import dev.pileus.database.Database;
import dev.pileus.database.DatabaseException;
import dev.pileus.database.NoLeaderException;
import dev.pileus.database.Query;
import dev.pileus.database.Subscription;
import dev.pileus.database.TableListener;
import dev.pileus.database.WriteOutcome;
import dev.pileus.database.raft.codec.ByteReader;
import dev.pileus.database.raft.codec.Entry;
import dev.pileus.database.raft.codec.EntryCodec;
import dev.pileus.database.raft.codec.OutcomeCodec;
import dev.pileus.database.raft.wire.Answering;
import dev.pileus.database.raft.wire.Links;
import dev.pileus.database.raft.wire.PeerChannel;
import dev.pileus.database.raft.wire.Request;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;

/// The database of a cluster, as one member sees it, whatever its role. Safe for use by many
/// threads.
public final class ReplicatedDatabase implements Database {
    private final RaftSettings settings;
    private final News news = new News();
    private final ChangeFeed changes = new ChangeFeed();
    private final FolderLock lock;
    private final Links links;
    private final Parts parts;
    private final ToLeader toLeader;
    private final Remote remote;
    private final RemoteChanges remoteChanges;
    private final Lookout lookout;
    private final RoleChange roles;
    private final SchemaChange schema;
    private final Answering answering;
    private final Pending pending = new Pending();
    private final long proposer;

    /// The newest write of this member: its reads are never behind it.
    private final AtomicLong ownWrites = new AtomicLong(-1);

    private ReplicatedDatabase(RaftSettings settings, Identity identity) {
        this.settings = settings;
        this.lock = FolderLock.take(settings.folder());
        this.links = new Links(settings.transport());
        this.parts = new Parts(settings, identity, links, changes, news);
        var calls = new Calls(links, identity.group());
        this.toLeader = new ToLeader(settings, calls, news, parts::current, parts::checkHealth);
        this.remote = new Remote(settings, calls, news);
        this.remoteChanges = new RemoteChanges(parts, remote, changes, toLeader, news);
        this.lookout = new Lookout(settings, calls, parts);
        this.roles = new RoleChange(settings.member(), calls, parts, news);
        this.schema = new SchemaChange(settings.migrations(), calls, this::propose);
        this.answering = new Answering(new Requests(settings, calls, parts, changes, roles));
        this.proposer = settings.random().nextLong();
    }

    /// Begins a new database in an empty folder, with this member as its only voter, and brings it
    /// to the newest version.
    ///
    /// @throws DatabaseException if the folder holds something already
    public static ReplicatedDatabase form(RaftSettings settings) {
        var folder = new DatabaseFolder(settings.folder());
        folder.create();
        var random = settings.random();
        var group = new UUID(random.nextLong(), random.nextLong());
        var roles = Map.of(settings.member(), RaftRole.VOTER);
        var identity = new Identity(settings.member(), group, true, roles);
        identity.write(settings.folder());
        var database = new ReplicatedDatabase(settings, identity);
        try {
            database.parts.form();
            database.awaitLeadership();
            database.schema.bringTo(settings.migrations().newest());
            folder.finish();
            database.lookAround();
            return database;
        } catch (DatabaseException e) {
            database.close();
            throw e;
        }
    }

    /// Comes to the database of others, in an empty folder: as a spare, until the leader assigns a
    /// role.
    ///
    /// @param group as [#group] of any member tells
    public static ReplicatedDatabase join(RaftSettings settings, UUID group) {
        var folder = new DatabaseFolder(settings.folder());
        folder.create();
        var identity = new Identity(settings.member(), group, false, Map.of());
        identity.write(settings.folder());
        folder.finish();
        return open(settings, identity);
    }

    /// Goes on with what the folder holds, in whatever role this member had.
    ///
    /// @throws DatabaseException if there is nothing, or it is damaged, another member's, or newer
    ///   than this program: it is left as it is
    public static ReplicatedDatabase reopen(RaftSettings settings) {
        var folder = new DatabaseFolder(settings.folder());
        var identity =
                Identity.read(settings.folder())
                        .filter(there -> !folder.isUnfinished())
                        .orElseThrow(() ->
                                new DatabaseException(
                                        "there is no database in " + settings.folder()));
        if (identity.member() != settings.member()) {
            throw new DatabaseException(
                    "%s is the database of member %d, not of member %d"
                            .formatted(settings.folder(), identity.member(), settings.member()));
        }
        return open(settings, identity);
    }

    private static ReplicatedDatabase open(RaftSettings settings, Identity identity) {
        var database = new ReplicatedDatabase(settings, identity);
        try {
            database.parts.reopen();
            database.lookAround();
            return database;
        } catch (DatabaseException e) {
            database.close();
            throw e;
        }
    }

    /// Whether a folder holds a database, of whatever state, to be reopened.
    public static boolean isIn(Path folder) {
        return Identity.read(folder).isPresent() && !new DatabaseFolder(folder).isUnfinished();
    }

    /// Takes over a stream that another member has opened to this one; returns at once.
    ///
    /// @param from who that is, authenticated
    public void accept(long from, PeerChannel channel) {
        answering.accept(from, channel);
    }

    /// The id of the database, the same on every member; a recovery after the loss of the majority
    /// changes it.
    public UUID group() {
        return parts.group();
    }

    /// The part of this member.
    public RaftRole role() {
        return roles().getOrDefault(settings.member(), RaftRole.SPARE);
    }

    /// The voters and stand-bys, as this member knows them.
    public Map<Long, RaftRole> roles() {
        return parts.readable()
                .map(part -> part.node().view().membership().roles())
                .orElseGet(() -> remoteChanges.membership().roles());
    }

    /// Where this member supposes the leader.
    public OptionalLong leader() {
        return parts.readable()
                .map(part -> part.node().view().leader())
                .orElseGet(toLeader::leader);
    }

    /// This member is the leader, elected and ready.
    public boolean leads() {
        return parts.current().map(part -> part.node().view().leads()).orElse(false);
    }

    /// Calls the listener when the leader or a role may have changed: it looks at [#leader],
    /// [#leads] and [#roles], and returns at once.
    public Subscription watchLeadership(Runnable listener) {
        parts.watchLeadership(listener);
        return () -> parts.ignoreLeadership(listener);
    }

    /// Gives members their roles, step by step. Only on the leader.
    ///
    /// @param wanted members that it does not name become spares
    /// @throws DatabaseException if a step fails; asking again goes on from there
    public void assign(Map<Long, RaftRole> wanted) {
        roles.assign(wanted);
    }

    /// Makes another voter the leader. Only on the leader.
    public void transferLeadership(long to) {
        roles.transferLeadership(to);
    }

    /// The version of the database's schema.
    public int schemaVersion() {
        return Math.toIntExact(
                readLatest(reader -> reader.select("PRAGMA user_version"))
                        .only()
                        .number("user_version"));
    }

    /// Brings the schema to the newest version that the programs of all members know. A member that
    /// does not answer is taken to know no more than there is.
    ///
    /// @return the version the database has now
    public int migrate() {
        var others = new HashSet<>(settings.peers().members());
        others.addAll(roles().keySet());
        others.remove(settings.member());
        return schema.bringForward(schemaVersion(), others);
    }

    /// Why this member can apply nothing any more, if that has happened: its disk failed, or the
    /// cluster has moved to a newer program. Only a new start helps; [#watchLeadership] tells.
    public Optional<DatabaseException> failure() {
        return parts.failure();
    }

    /// Forgets the connections to a member, as when its address has changed.
    public void reconnect(long member) {
        links.drop(member);
    }

    @Override
    public <T> T read(Query<T> query) {
        return readFrom(ownWrites.get(), query, remote.deadline());
    }

    @Override
    public <T> T readLatest(Query<T> query) {
        parts.checkHealth();
        var deadline = toLeader.deadline();
        var barrier = toLeader.ask(Request.BARRIER, () -> new byte[0], deadline);
        return readFrom(barrier.index(), query, deadline);
    }

    @Override
    public WriteOutcome write(Batch batch) {
        var call = pending.begin();
        try {
            return propose(new Entry.Write(proposer, call, pending.floor(), batch));
        } finally {
            pending.end(call);
        }
    }

    @Override
    public Subscription watch(TableListener listener) {
        return changes.watch(listener);
    }

    /// Hands leadership over where there is somebody to take it, then stops. What is on the disk
    /// stays.
    @Override
    public void close() {
        roles.handOverBeforeStop();
        lookout.close();
        remoteChanges.close();
        answering.close();
        parts.close();
        links.close();
        lock.close();
    }

    private void lookAround() {
        remoteChanges.start();
        lookout.start();
    }

    private <T> T readFrom(long atLeast, Query<T> query, Deadline deadline) {
        parts.checkHealth();
        var here = parts.readable();
        if (here.isEmpty()) {
            return remote.read(query, atLeast, deadline);
        }
        try {
            var replica = here.get().replica();
            replica.applied().await(atLeast, deadline);
            return replica.read(query);
        } catch (DatabaseException e) {
            if (parts.readable().isEmpty()) {
                // became a spare in the middle of it
                return remote.read(query, atLeast, deadline);
            }
            throw e;
        }
    }

    private WriteOutcome propose(Entry entry) {
        parts.checkHealth();
        var content = EntryCodec.encode(entry);
        if (content.length > NodeProperties.ENTRY_BYTES) {
            throw new DatabaseException(
                    "a write of %d bytes is too large: %d is the most"
                            .formatted(content.length, NodeProperties.ENTRY_BYTES));
        }
        var deadline = toLeader.deadline();
        var done = toLeader.ask(Request.PROPOSE, () -> content, deadline);
        ownWrites.accumulateAndGet(done.index(), Math::max);
        return OutcomeCodec.decode(new ByteReader(done.answer()));
    }

    private void awaitLeadership() {
        if (!news.await(this::leads, Deadline.in(settings.timing().patience()))) {
            throw new NoLeaderException("this member could not begin the database");
        }
    }
}
