package dev.pileus.database.raft;

import dev.pileus.database.DatabaseException;
import dev.pileus.database.raft.wire.Request;
import dev.pileus.database.raft.wire.WireException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.ratis.proto.RaftProtos.AppendEntriesReplyProto;
import org.apache.ratis.proto.RaftProtos.AppendEntriesRequestProto;
import org.apache.ratis.proto.RaftProtos.InstallSnapshotReplyProto;
import org.apache.ratis.proto.RaftProtos.InstallSnapshotRequestProto;
import org.apache.ratis.proto.RaftProtos.InstallSnapshotResult;
import org.apache.ratis.proto.RaftProtos.RaftPeerRole;
import org.apache.ratis.proto.RaftProtos.RaftRpcReplyProto;
import org.apache.ratis.proto.RaftProtos.RaftRpcRequestProto;
import org.apache.ratis.proto.RaftProtos.RequestVoteReplyProto;
import org.apache.ratis.proto.RaftProtos.RequestVoteRequestProto;
import org.apache.ratis.protocol.RaftGroupId;
import org.apache.ratis.server.RaftServer;
import org.apache.ratis.server.protocol.TermIndex;
import org.apache.ratis.util.LifeCycle;
import org.apache.ratis.util.ProtoUtils;

/// Votes for a candidate where Ratis cannot. Raft has every server vote that is asked, whether it
/// knows itself as a voter or not: who asks counts the vote only if the newest membership gives it.
/// Ratis 3.3.0 lets no stand-by vote, and nobody who is in no membership that it has seen. A group
/// that stops while a voter is being added could then never elect a leader again, since the one
/// vote that it needs is that of a member that does not know of its vote yet.
///
/// What is voted here is kept in a file of its own. Ratis does not know of the term in which that
/// was, so it is kept from all that a server in that term would not do: vote for others, stand for
/// election or hear a leader in older ones.
final class Votes {
    private static final String FILE = "vote";

    private final Path folder;
    private volatile Optional<Vote> given;

    Votes(Path folder) {
        this.folder = folder;
        this.given = read(folder.resolve(FILE));
    }

    /// @throws DatabaseException if the file is damaged: forgetting a vote could give two leaders
    private static Optional<Vote> read(Path file) {
        try {
            if (!Files.exists(file)) {
                return Optional.empty();
            }
            var words = Files.readString(file).strip().split(" ", 2);
            return Optional.of(new Vote(Long.parseLong(words[0]), words[1]));
        } catch (IOException | NumberFormatException | IndexOutOfBoundsException e) {
            throw new DatabaseException(file + " is damaged and is left as it is", e);
        }
    }

    /// Answers a candidate.
    synchronized byte[] answer(RaftServer server, RaftGroupId group, byte[] content)
            throws IOException {
        var request = RequestVoteRequestProto.parseFrom(content);
        var division = server.getDivision(group);
        if (canVote(division)) {
            return isBound(request)
                    ? reply(request, newest(division), division, false)
                    : server.requestVote(request).toByteArray();
        }
        var asked = request.getServerRequest();
        if (!ProtoUtils.toRaftGroupId(asked.getRaftGroupId()).equals(group)) {
            throw new WireException("a vote for another database was asked for");
        }
        var term = newest(division);
        var grants =
                request.getPreVote() ? request.getCandidateTerm() >= term : isFree(request, term);
        if (!grants || isBehind(request, division)) {
            return reply(request, term, division, false);
        }
        if (!request.getPreVote()) {
            keep(new Vote(request.getCandidateTerm(), candidate(request)));
        }
        return reply(request, request.getCandidateTerm(), division, true);
    }

    private long newest(RaftServer.Division division) {
        return Math.max(division.getInfo().getCurrentTerm(), given.map(Vote::term).orElse(0L));
    }

    /// Lets Ratis hear a leader; one of an older term than this member has voted in is told so, and
    /// steps down.
    byte[] hear(RaftServer server, RaftGroupId group, Request kind, byte[] content)
            throws IOException {
        var division = server.getDivision(group);
        if (canVote(division)) {
            return hear(server, division, kind, content);
        }
        synchronized (this) {
            // nothing may be added between a look at the log and a vote
            return hear(server, division, kind, content);
        }
    }

    private byte[] hear(
            RaftServer server, RaftServer.Division division, Request kind, byte[] content)
            throws IOException {
        var term = given.map(Vote::term).orElse(0L);
        if (division.getInfo().getCurrentTerm() < term) {
            if (kind == Request.APPEND_ENTRIES) {
                var request = AppendEntriesRequestProto.parseFrom(content);
                if (request.getLeaderTerm() < term) {
                    return AppendEntriesReplyProto.newBuilder()
                            .setServerReply(reply(request.getServerRequest(), false))
                            .setTerm(term)
                            .setResult(AppendEntriesReplyProto.AppendResult.NOT_LEADER)
                            .build()
                            .toByteArray();
                }
            } else {
                var request = InstallSnapshotRequestProto.parseFrom(content);
                if (request.getLeaderTerm() < term) {
                    return InstallSnapshotReplyProto.newBuilder()
                            .setServerReply(reply(request.getServerRequest(), false))
                            .setTerm(term)
                            .setResult(InstallSnapshotResult.NOT_LEADER)
                            .build()
                            .toByteArray();
                }
            }
        }
        return PeerRpc.answer(server, kind, content);
    }

    /// Ratis asks for votes, and has its own already: not in a term in which this member has voted,
    /// or an older one. It asks again in the next.
    void demandFree(RequestVoteRequestProto own) throws WireException {
        var vote = given;
        if (!own.getPreVote() && vote.isPresent() && own.getCandidateTerm() <= vote.get().term()) {
            throw new WireException(
                    "this member has voted in term %d already".formatted(vote.get().term()));
        }
    }

    private static boolean canVote(RaftServer.Division division) {
        var info = division.getInfo();
        return info.getLifeCycleState() == LifeCycle.State.RUNNING
                && info.getCurrentRole() != RaftPeerRole.LISTENER;
    }

    /// Somebody else has this member's vote in that term, or one in a newer term.
    private boolean isBound(RequestVoteRequestProto request) {
        var asked = new Vote(request.getCandidateTerm(), candidate(request));
        return !request.getPreVote()
                && given.filter(vote -> vote.term() >= asked.term())
                        .filter(vote -> !vote.equals(asked))
                        .isPresent();
    }

    private boolean isFree(RequestVoteRequestProto request, long term) {
        var wanted = new Vote(request.getCandidateTerm(), candidate(request));
        return wanted.term() > term || (wanted.term() == term && given.equals(Optional.of(wanted)));
    }

    private static boolean isBehind(RequestVoteRequestProto request, RaftServer.Division division) {
        return TermIndex.valueOf(request.getCandidateLastEntry()).compareTo(last(division)) < 0;
    }

    /// The newest entry that this member has, in its log or in what it made of it.
    private static TermIndex last(RaftServer.Division division) {
        return Stream.of(
                        division.getRaftLog().getLastEntryTermIndex(),
                        division.getStateMachine().getLastAppliedTermIndex())
                .filter(Objects::nonNull)
                .max(Comparator.naturalOrder())
                .orElse(TermIndex.INITIAL_VALUE);
    }

    private static String candidate(RequestVoteRequestProto request) {
        return request.getServerRequest().getRequestorId().toStringUtf8();
    }

    /// For sure on the disk before anybody is told.
    private void keep(Vote vote) throws IOException {
        var fresh = folder.resolve(FILE + ".new");
        Files.writeString(fresh, vote.term() + " " + vote.candidate() + "\n");
        SyncedFiles.replace(fresh, folder.resolve(FILE));
        given = Optional.of(vote);
    }

    private static byte[] reply(
            RequestVoteRequestProto request,
            long term,
            RaftServer.Division division,
            boolean granted) {
        return RequestVoteReplyProto.newBuilder()
                .setServerReply(reply(request.getServerRequest(), granted))
                .setTerm(term)
                .setLastEntry(last(division).toProto())
                .build()
                .toByteArray();
    }

    private static RaftRpcReplyProto reply(RaftRpcRequestProto request, boolean success) {
        return RaftRpcReplyProto.newBuilder()
                .setRequestorId(request.getRequestorId())
                .setReplyId(request.getReplyId())
                .setRaftGroupId(request.getRaftGroupId())
                .setCallId(request.getCallId())
                .setSuccess(success)
                .build();
    }

    private record Vote(long term, String candidate) {}
}
