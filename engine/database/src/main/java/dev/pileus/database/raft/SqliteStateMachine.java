package dev.pileus.database.raft;

import dev.pileus.database.DatabaseException;
import dev.pileus.database.WriteOutcome;
import dev.pileus.database.raft.codec.ByteWriter;
import dev.pileus.database.raft.codec.OutcomeCodec;
import java.io.IOException;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import org.apache.ratis.proto.RaftProtos.LogEntryProto;
import org.apache.ratis.proto.RaftProtos.RaftConfigurationProto;
import org.apache.ratis.protocol.Message;
import org.apache.ratis.protocol.RaftGroupId;
import org.apache.ratis.protocol.RaftGroupMemberId;
import org.apache.ratis.protocol.RaftPeerId;
import org.apache.ratis.server.RaftServer;
import org.apache.ratis.server.protocol.TermIndex;
import org.apache.ratis.server.storage.RaftStorage;
import org.apache.ratis.statemachine.StateMachineStorage;
import org.apache.ratis.statemachine.TransactionContext;
import org.apache.ratis.statemachine.impl.BaseStateMachine;
import org.apache.ratis.thirdparty.com.google.protobuf.UnsafeByteOperations;
import org.apache.ratis.util.LifeCycle;
import org.jspecify.annotations.Nullable;

/// What Ratis drives: hands committed entries to the [Applier], snapshots to [Snapshots], and news
/// of the group to its owner. Lives as long as one RaftServer; the replica outlives it.
final class SqliteStateMachine extends BaseStateMachine {
    private final Replica replica;
    private final NodeEvents events;
    private final Applier applier;
    private final Snapshots snapshots;

    SqliteStateMachine(Replica replica, NodeEvents events) {
        this.replica = replica;
        this.events = events;
        this.applier = new Applier(replica, events::halted);
        this.snapshots = new Snapshots(replica);
    }

    @Override
    public void initialize(RaftServer server, RaftGroupId group, RaftStorage storage)
            throws IOException {
        super.initialize(server, group, storage);
        getLifeCycle().startAndTransition(() -> setLastAppliedTermIndex(snapshots.open(storage)));
    }

    @Override
    public StateMachineStorage getStateMachineStorage() {
        return snapshots.storage();
    }

    @Override
    public CompletableFuture<Message> applyTransaction(TransactionContext transaction) {
        var log = Objects.requireNonNull(transaction.getLogEntry());
        var at = TermIndex.valueOf(log);
        setLastAppliedTermIndex(at);
        var content = log.getStateMachineLogEntry().getLogData().toByteArray();
        return applier.apply(new Committed(at, content)).thenApply(SqliteStateMachine::message);
    }

    @Override
    public void notifyTermIndexUpdated(long term, long index) {
        setLastAppliedTermIndex(TermIndex.valueOf(term, index));
        applier.afterwards(() -> replica.applied().advance(index));
    }

    @Override
    public void notifyConfigurationChanged(long term, long index, RaftConfigurationProto ignored) {
        applier.afterwards(() -> events.configurationApplied(index));
    }

    @Override
    public void notifyLeaderChanged(RaftGroupMemberId member, RaftPeerId leader) {
        events.leaderChanged();
    }

    @Override
    public void notifyLeaderReady() {
        events.leaderChanged();
    }

    @Override
    public void notifyLogFailed(Throwable cause, @Nullable LogEntryProto entry) {
        events.halted(new DatabaseException("cannot write the log: " + cause.getMessage(), cause));
    }

    @Override
    public long takeSnapshot() throws IOException {
        return snapshots.take();
    }

    @Override
    public void pause() {
        getLifeCycle().transition(LifeCycle.State.PAUSING);
        applier.drain();
        getLifeCycle().transition(LifeCycle.State.PAUSED);
    }

    @Override
    public void reinitialize() throws IOException {
        setLastAppliedTermIndex(snapshots.installed());
        getLifeCycle().transition(LifeCycle.State.STARTING);
        getLifeCycle().transition(LifeCycle.State.RUNNING);
    }

    @Override
    public void close() {
        applier.close();
        getLifeCycle().transition(LifeCycle.State.CLOSING);
        getLifeCycle().transition(LifeCycle.State.CLOSED);
    }

    private static Message message(WriteOutcome outcome) {
        var out = new ByteWriter();
        OutcomeCodec.encode(out, outcome);
        return Message.valueOf(UnsafeByteOperations.unsafeWrap(out.toBytes()));
    }
}
