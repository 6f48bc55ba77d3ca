package dev.pileus.database.raft;

import dev.pileus.database.raft.codec.Entry;
import dev.pileus.database.raft.codec.EntryCodec;
import java.time.Duration;

/// What a member with a replica has: the replica, its place in the group, and the barriers of its
/// time as leader.
final class Part implements AutoCloseable {
    private static final byte[] BARRIER = EntryCodec.encode(new Entry.Barrier());
    private static final Duration BARRIER_PATIENCE = Duration.ofSeconds(5);

    private final Replica replica;
    private final RaftNode node;
    private final Barriers barriers;
    private volatile boolean readable;

    Part(Replica replica, RaftNode node, boolean readable) {
        this.replica = replica;
        this.node = node;
        this.readable = readable;
        this.barriers = new Barriers(() -> node.submit(BARRIER, BARRIER_PATIENCE));
    }

    Replica replica() {
        return replica;
    }

    RaftNode node() {
        return node;
    }

    /// A new replica is not asked before it has once been complete.
    boolean isReadable() {
        return readable;
    }

    void becomeReadable() {
        readable = true;
    }

    Submission propose(byte[] entry, Duration patience) {
        return node.view().leads()
                ? node.submit(entry, patience)
                : new Submission.NotNow("this member does not lead", null);
    }

    Submission barrier(Duration patience) {
        if (!node.view().leads()) {
            return new Submission.NotNow("this member does not lead", null);
        }
        if (node.view().isOnlyVoter()) {
            // nobody else can have acknowledged anything; but after a start some may be queued
            return new Submission.Done(node.view().lastHandedOver(), new byte[0]);
        }
        return barriers.pass(patience);
    }

    @Override
    public void close() {
        node.close();
        replica.close();
    }
}
