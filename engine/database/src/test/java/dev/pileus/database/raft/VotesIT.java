package dev.pileus.database.raft;

import static dev.pileus.database.raft.RaftRole.STANDBY;
import static dev.pileus.database.raft.RaftRole.VOTER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.pileus.database.Batch;
import dev.pileus.database.Example;
import dev.pileus.database.raft.wire.Links;
import dev.pileus.database.raft.wire.Request;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.apache.ratis.proto.RaftProtos.AppendEntriesReplyProto;
import org.apache.ratis.proto.RaftProtos.AppendEntriesReplyProto.AppendResult;
import org.apache.ratis.proto.RaftProtos.AppendEntriesRequestProto;
import org.apache.ratis.proto.RaftProtos.RaftRpcRequestProto;
import org.apache.ratis.proto.RaftProtos.RequestVoteReplyProto;
import org.apache.ratis.proto.RaftProtos.RequestVoteRequestProto;
import org.apache.ratis.proto.RaftProtos.TermIndexProto;
import org.apache.ratis.protocol.RaftGroupId;
import org.apache.ratis.thirdparty.com.google.protobuf.ByteString;
import org.apache.ratis.util.ProtoUtils;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A stand-by votes as every server does that Raft asks, and keeps to what it has voted.
class VotesIT {
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    /// A stranger, who plays a candidate and a leader.
    private static final long STRANGER = 9;

    @TempDir Path folder;

    @Test
    void aStandbyVotesOnceInATermAndHearsNoOlderLeader() throws Exception {
        try (var group = TestGroup.voters(folder, 1)) {
            group.join(2);
            group.assign(Map.of(1L, VOTER, 2L, STANDBY));
            group.member(1).write(Batch.of(Example.member(1, "node1")));
            var id = group.member(1).group();
            // the leader would learn of the term, and go to a newer one
            group.network.cut(1);
            try (var links = new Links(group.network.of(STRANGER))) {
                // nobody whose log is behind
                assertThat(vote(links, id, "9", 50, 0)).isFalse();
                assertThat(vote(links, id, "9", 50, 1_000)).isTrue();
                assertThat(vote(links, id, "9", 50, 1_000)).isTrue();
                assertThat(vote(links, id, "8", 50, 1_000)).isFalse();
                assertThat(vote(links, id, "8", 49, 1_000)).isFalse();
                var refusal = append(links, id, 49);
                assertThat(refusal.getResult()).isEqualTo(AppendResult.NOT_LEADER);
                assertThat(refusal.getTerm()).isEqualTo(50);

                // what it has voted it remembers
                group.stop(2);
                group.reopen(2);
                links.drop(2);
                await().atMost(PATIENCE)
                        .ignoreExceptionsInstanceOf(IOException.class)
                        .untilAsserted(() -> assertThat(vote(links, id, "8", 50, 1_000)).isFalse());
                assertThat(vote(links, id, "8", 51, 1_000)).isTrue();
            }
        }
    }

    private static boolean vote(Links links, UUID group, String candidate, long term, long index)
            throws IOException {
        var request =
                RequestVoteRequestProto.newBuilder()
                        .setServerRequest(from(candidate, group))
                        .setCandidateTerm(term)
                        .setCandidateLastEntry(
                                TermIndexProto.newBuilder().setTerm(term - 1).setIndex(index))
                        .setPreVote(false);
        // an old log, rather than a short one
        if (index == 0) {
            request.setCandidateLastEntry(TermIndexProto.newBuilder().setTerm(0).setIndex(0));
        }
        var answer =
                links.call(
                        2,
                        Links.Lane.RAFT,
                        Request.REQUEST_VOTE,
                        request.build().toByteArray(),
                        PATIENCE);
        return RequestVoteReplyProto.parseFrom(answer).getServerReply().getSuccess();
    }

    private static AppendEntriesReplyProto append(Links links, UUID group, long term)
            throws IOException {
        var request =
                AppendEntriesRequestProto.newBuilder()
                        .setServerRequest(from("1", group))
                        .setLeaderTerm(term)
                        .build();
        var answer =
                links.call(
                        2,
                        Links.Lane.RAFT,
                        Request.APPEND_ENTRIES,
                        request.toByteArray(),
                        PATIENCE);
        return AppendEntriesReplyProto.parseFrom(answer);
    }

    private static RaftRpcRequestProto from(String member, UUID group) {
        return RaftRpcRequestProto.newBuilder()
                .setRequestorId(ByteString.copyFromUtf8(member))
                .setReplyId(ByteString.copyFromUtf8("2"))
                .setRaftGroupId(ProtoUtils.toRaftGroupIdProtoBuilder(RaftGroupId.valueOf(group)))
                .build();
    }
}
