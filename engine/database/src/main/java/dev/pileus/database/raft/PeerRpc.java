package dev.pileus.database.raft;

import dev.pileus.database.raft.wire.Links;
import dev.pileus.database.raft.wire.Request;
import dev.pileus.database.raft.wire.WireException;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Collection;
import org.apache.ratis.proto.RaftProtos.AppendEntriesReplyProto;
import org.apache.ratis.proto.RaftProtos.AppendEntriesRequestProto;
import org.apache.ratis.proto.RaftProtos.InstallSnapshotReplyProto;
import org.apache.ratis.proto.RaftProtos.InstallSnapshotRequestProto;
import org.apache.ratis.proto.RaftProtos.RaftRpcRequestProto;
import org.apache.ratis.proto.RaftProtos.RequestVoteReplyProto;
import org.apache.ratis.proto.RaftProtos.RequestVoteRequestProto;
import org.apache.ratis.proto.RaftProtos.StartLeaderElectionReplyProto;
import org.apache.ratis.proto.RaftProtos.StartLeaderElectionRequestProto;
import org.apache.ratis.protocol.RaftPeer;
import org.apache.ratis.protocol.RaftPeerId;
import org.apache.ratis.rpc.RpcType;
import org.apache.ratis.server.RaftServerRpc;
import org.apache.ratis.server.protocol.RaftServerProtocol;

/// Carries Ratis' own calls over our links. Requests of others come in through [#answer].
final class PeerRpc implements RaftServerRpc {
    private static final Duration PATIENCE = Duration.ofSeconds(3);

    private final RpcType type;
    private final Links links;
    private final Votes votes;

    PeerRpc(RpcType type, Links links, Votes votes) {
        this.type = type;
        this.links = links;
        this.votes = votes;
    }

    /// What another member's call means here. Its calls for votes are [Votes]' business.
    static byte[] answer(RaftServerProtocol target, Request kind, byte[] content)
            throws IOException {
        return switch (kind) {
            case START_ELECTION ->
                    target.startLeaderElection(StartLeaderElectionRequestProto.parseFrom(content))
                            .toByteArray();
            case APPEND_ENTRIES ->
                    target.appendEntries(AppendEntriesRequestProto.parseFrom(content))
                            .toByteArray();
            case INSTALL_SNAPSHOT ->
                    target.installSnapshot(InstallSnapshotRequestProto.parseFrom(content))
                            .toByteArray();
            default -> throw new WireException(kind + " is no call of Raft's");
        };
    }

    @Override
    public RequestVoteReplyProto requestVote(RequestVoteRequestProto request) throws IOException {
        votes.demandFree(request);
        return RequestVoteReplyProto.parseFrom(
                call(request.getServerRequest(), Request.REQUEST_VOTE, request.toByteArray()));
    }

    @Override
    public StartLeaderElectionReplyProto startLeaderElection(
            StartLeaderElectionRequestProto request) throws IOException {
        return StartLeaderElectionReplyProto.parseFrom(
                call(request.getServerRequest(), Request.START_ELECTION, request.toByteArray()));
    }

    @Override
    public AppendEntriesReplyProto appendEntries(AppendEntriesRequestProto request)
            throws IOException {
        return AppendEntriesReplyProto.parseFrom(
                call(request.getServerRequest(), Request.APPEND_ENTRIES, request.toByteArray()));
    }

    @Override
    public InstallSnapshotReplyProto installSnapshot(InstallSnapshotRequestProto request)
            throws IOException {
        return InstallSnapshotReplyProto.parseFrom(
                call(request.getServerRequest(), Request.INSTALL_SNAPSHOT, request.toByteArray()));
    }

    @Override
    public RpcType getRpcType() {
        return type;
    }

    /// Nobody listens there: streams come in through the member's one port.
    @Override
    public InetSocketAddress getInetSocketAddress() {
        return InetSocketAddress.createUnresolved("localhost", 0);
    }

    @Override
    public void addRaftPeers(Collection<RaftPeer> peers) {
        // members are found by their ids
    }

    @Override
    public void handleException(RaftPeerId peer, Exception cause, boolean reconnect) {
        // links that failed are opened anew by the next call
    }

    @Override
    public void start() {
        // others reach this member through its one port
    }

    @Override
    public void close() {
        // the links belong to the database, which outlives a RaftServer
    }

    private byte[] call(RaftRpcRequestProto request, Request kind, byte[] content)
            throws IOException {
        var member = Long.parseLong(request.getReplyId().toStringUtf8());
        return links.call(member, Links.Lane.RAFT, kind, content, PATIENCE);
    }
}
