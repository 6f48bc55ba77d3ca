package dev.pileus.database.raft;

import dev.pileus.database.DatabaseException;
import dev.pileus.database.raft.wire.Links;
import dev.pileus.database.raft.wire.Request;
import dev.pileus.database.raft.wire.WireException;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.ratis.proto.RaftProtos.RaftPeerRole;
import org.apache.ratis.protocol.ClientId;
import org.apache.ratis.protocol.Message;
import org.apache.ratis.protocol.RaftClientReply;
import org.apache.ratis.protocol.RaftClientRequest;
import org.apache.ratis.protocol.RaftGroup;
import org.apache.ratis.protocol.RaftGroupId;
import org.apache.ratis.protocol.RaftPeer;
import org.apache.ratis.protocol.RaftPeerId;
import org.apache.ratis.protocol.SetConfigurationRequest;
import org.apache.ratis.protocol.TransferLeadershipRequest;
import org.apache.ratis.server.RaftServer;
import org.apache.ratis.server.storage.RaftStorage.StartupOption;
import org.apache.ratis.thirdparty.com.google.protobuf.UnsafeByteOperations;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// This member's part in the group: one RaftServer, built anew when its role changes (see
/// [GroupView#fitsItsRole]). The replica belongs to somebody else and stays open meanwhile.
final class RaftNode implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(RaftNode.class);
    private static final Duration ADMINISTRATION = Duration.ofSeconds(30);

    private final RaftPeerId self;
    private final RaftGroupId group;
    private final Path folder;
    private final RaftSettings settings;
    private final Links links;
    private final Replica replica;
    private final NodeEvents events;
    private final ClientId client = ClientId.randomId();
    private final AtomicLong calls = new AtomicLong();
    private volatile Appenders appenders = new Appenders();
    private volatile RaftServer server;
    private final Votes votes;
    private volatile boolean resting;
    private volatile long heardAt = System.nanoTime();
    private boolean closed;

    private RaftNode(
            RaftSettings settings,
            UUID group,
            Replica replica,
            Links links,
            NodeEvents events,
            Start start)
            throws IOException {
        this.self = id(settings.member());
        this.group = RaftGroupId.valueOf(group);
        this.folder = settings.folder().resolve("raft");
        this.settings = settings;
        this.links = links;
        this.replica = replica;
        this.events = events;
        this.votes = new Votes(settings.folder());
        this.server = build(start);
    }

    /// Builds the server and lets it take part. Calls of other members, and events, may come before
    /// this returns.
    static RaftNode start(
            RaftSettings settings,
            UUID group,
            Replica replica,
            Links links,
            NodeEvents events,
            Start start) {
        try {
            var node = new RaftNode(settings, group, replica, links, events, start);
            node.server.start();
            return node;
        } catch (IOException | RuntimeException e) {
            throw new DatabaseException(
                    "cannot take part in the cluster's database in %s: %s"
                            .formatted(settings.folder(), rootMessage(e)),
                    e);
        }
    }

    byte[] answer(Request kind, byte[] content) throws IOException {
        if (resting) {
            // Ratis itself would log every one of them
            throw new WireException("this member's part in the database is not running");
        }
        if (kind == Request.REQUEST_VOTE) {
            return votes.answer(server, group, content);
        }
        if (kind == Request.APPEND_ENTRIES || kind == Request.INSTALL_SNAPSHOT) {
            heardAt = System.nanoTime();
            return votes.hear(server, group, kind, content);
        }
        return PeerRpc.answer(server, kind, content);
    }

    /// Knows of no leader, or stands by and has not heard of one for so long: a stand-by misses
    /// nobody by itself.
    boolean hearsNobody(Duration duration) {
        var view = view();
        return !view.isAlive()
                || view.leader().isEmpty()
                || (view.listens() && System.nanoTime() - heardAt > duration.toNanos());
    }

    /// Neither closed nor just being built anew.
    boolean isWorking() {
        return !resting && view().isAlive();
    }

    /// What this member knows of the group.
    GroupView view() {
        return new GroupView(self, this::division);
    }

    /// Hands an entry to the group; only the leader can.
    Submission submit(byte[] entry, Duration patience) {
        var request =
                RaftClientRequest.newBuilder()
                        .setClientId(client)
                        .setServerId(self)
                        .setGroupId(group)
                        .setCallId(calls.incrementAndGet())
                        .setMessage(Message.valueOf(UnsafeByteOperations.unsafeWrap(entry)))
                        .setType(RaftClientRequest.writeRequestType())
                        .build();
        try {
            var reply = await(server.submitClientRequestAsync(request), patience);
            return new Submission.Done(
                    reply.getLogIndex(), reply.getMessage().getContent().toByteArray());
        } catch (IOException e) {
            return new Submission.NotNow(String.valueOf(e.getMessage()), e);
        }
    }

    /// Makes a committed change of the group; only the leader can.
    ///
    /// @throws IOException if it is refused, or a new member does not catch up in time
    void change(Map<Long, RaftRole> roles) throws IOException {
        var arguments =
                SetConfigurationRequest.Arguments.newBuilder()
                        .setServersInNewConf(peers(roles, RaftRole.VOTER, RaftPeerRole.FOLLOWER))
                        .setListenersInNewConf(
                                peers(roles, RaftRole.STANDBY, RaftPeerRole.LISTENER))
                        .build();
        var request =
                new SetConfigurationRequest(
                        client, self, group, calls.incrementAndGet(), arguments);
        await(server.setConfigurationAsync(request), ADMINISTRATION);
    }

    void transferLeadership(long to, Duration patience) throws IOException {
        var request =
                new TransferLeadershipRequest(
                        client, self, group, calls.incrementAndGet(), id(to), patience.toMillis());
        await(server.transferLeadershipAsync(request), patience.plusSeconds(1));
    }

    /// Has the group elect a leader anew, perhaps this one again.
    void stepDown(Duration patience) throws IOException {
        var request =
                new TransferLeadershipRequest(
                        client, self, group, calls.incrementAndGet(), null, patience.toMillis());
        await(server.transferLeadershipAsync(request), patience.plusSeconds(1));
    }

    /// Tells a follower at once what is committed.
    void hurry(long member) {
        appenders.hurry(member);
    }

    /// Ends the server and starts one that begins in the role the group has given to this member.
    synchronized void rebuild() throws IOException {
        if (closed) {
            return;
        }
        LOG.info("Member {} takes up its new role {}", self, view().membership().roles());
        resting = true;
        server.close();
        server = build(Start.REJOIN);
        server.start();
        resting = false;
    }

    @Override
    public synchronized void close() {
        closed = true;
        resting = true;
        try {
            server.close();
        } catch (IOException e) {
            LOG.warn("Cannot leave the group in order: {}", e.getMessage());
        }
    }

    private RaftServer build(Start start) throws IOException {
        appenders = new Appenders();
        var peers =
                start == Start.FORM
                        ? List.of(RaftPeer.newBuilder().setId(self).build())
                        : List.<RaftPeer>of();
        return RaftServer.newBuilder()
                .setServerId(self)
                .setGroup(RaftGroup.valueOf(group, peers))
                .setOption(start == Start.FORM ? StartupOption.FORMAT : StartupOption.RECOVER)
                .setProperties(NodeProperties.of(folder, settings, start.alone()))
                .setParameters(PeerRpcType.parameters(links, appenders, votes))
                .setStateMachineRegistry(ignored -> new SqliteStateMachine(replica, events))
                .build();
    }

    private RaftServer.Division division() throws IOException {
        return server.getDivision(group);
    }

    private static RaftClientReply await(
            CompletableFuture<RaftClientReply> pending, Duration patience) throws IOException {
        try {
            var reply = pending.get(patience.toNanos(), TimeUnit.NANOSECONDS);
            if (!reply.isSuccess()) {
                throw reply.getException() == null
                        ? new WireException("refused without a reason")
                        : reply.getException();
            }
            return reply;
        } catch (ExecutionException e) {
            throw new WireException(rootMessage(e), e);
        } catch (TimeoutException e) {
            throw new WireException("no majority of the voters answered in time", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new WireException("interrupted", e);
        }
    }

    private static List<RaftPeer> peers(
            Map<Long, RaftRole> roles, RaftRole role, RaftPeerRole startup) {
        return roles.entrySet().stream()
                .filter(entry -> entry.getValue() == role)
                .map(entry ->
                        RaftPeer.newBuilder()
                                .setId(id(entry.getKey()))
                                .setStartupRole(startup)
                                .build())
                .toList();
    }

    private static RaftPeerId id(long member) {
        return RaftPeerId.valueOf(Long.toString(member));
    }

    private static String rootMessage(Throwable fault) {
        var cause = fault;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        return String.valueOf(cause.getMessage());
    }

    /// How a member comes into the group.
    enum Start {
        /// As the first and only voter of a new one.
        FORM,
        /// With what is on its disk, as the only voter.
        ALONE,
        /// With what is on its disk, or nothing: then the leader adds it.
        REJOIN;

        boolean alone() {
            return this != REJOIN;
        }
    }
}
