package dev.pileus.database.raft;

import java.io.IOException;
import java.util.List;
import java.util.OptionalLong;
import java.util.TreeMap;
import org.apache.ratis.proto.RaftProtos.RaftPeerRole;
import org.apache.ratis.protocol.RaftPeer;
import org.apache.ratis.protocol.RaftPeerId;
import org.apache.ratis.server.RaftServer;
import org.apache.ratis.server.raftlog.RaftLog;
import org.apache.ratis.util.function.CheckedSupplier;

/// What a member knows of its group at the moment of asking; nothing, while it does not take part.
record GroupView(RaftPeerId self, CheckedSupplier<RaftServer.Division, IOException> division) {
    boolean leads() {
        try {
            var info = division.get().getInfo();
            return info.isLeader() && info.isLeaderReady();
        } catch (IOException e) {
            return false;
        }
    }

    /// Where this member supposes the leader.
    OptionalLong leader() {
        try {
            var leader = division.get().getInfo().getLeaderId();
            return leader == null ? OptionalLong.empty() : OptionalLong.of(member(leader));
        } catch (IOException e) {
            return OptionalLong.empty();
        }
    }

    /// As this member knows it, perhaps not yet committed.
    Membership membership() {
        try {
            var configuration = division.get().getRaftConf();
            var roles = new TreeMap<Long, RaftRole>();
            for (var peer : configuration.getCurrentPeers(RaftPeerRole.LISTENER)) {
                roles.put(member(peer.getId()), RaftRole.STANDBY);
            }
            for (var peer : configuration.getCurrentPeers(RaftPeerRole.FOLLOWER)) {
                roles.put(member(peer.getId()), RaftRole.VOTER);
            }
            return new Membership(configuration.getLogEntryIndex(), roles);
        } catch (IOException e) {
            return Membership.NONE;
        }
    }

    /// The membership is committed: it cannot be undone by another leader.
    boolean isMembershipSettled() {
        try {
            var present = division.get();
            var configuration = present.getRaftConf();
            return configuration.getPreviousPeers().isEmpty()
                    && configuration.getLogEntryIndex()
                            <= present.getRaftLog().getLastCommittedIndex();
        } catch (IOException e) {
            return false;
        }
    }

    /// This member leads, and is connected to somebody who is no part of the group any more: Ratis
    /// 3.3.0 keeps such connections when it was elected in the middle of a change, and can make no
    /// second one to the same member.
    boolean hasStaleConnections() {
        try {
            var connections = division.get().getInfo().getFollowerNextIndices();
            return connections != null && connections.length > membership().roles().size() - 1;
        } catch (IOException e) {
            return false;
        }
    }

    /// The last committed entry that this member's replica has been given.
    long lastHandedOver() {
        try {
            return division.get().getStateMachine().getLastAppliedTermIndex().getIndex();
        } catch (IOException e) {
            return RaftLog.INVALID_LOG_INDEX;
        }
    }

    /// Takes part: Ratis ends a member's part by itself when it is told that it was removed.
    boolean isAlive() {
        try {
            return division.get().getInfo().isAlive();
        } catch (IOException e) {
            return false;
        }
    }

    /// Nobody else has a vote, nor is anybody about to get one.
    boolean isOnlyVoter() {
        try {
            var configuration = division.get().getRaftConf();
            return configuration.getPreviousPeers().isEmpty()
                    && configuration.getCurrentPeers().stream()
                            .map(RaftPeer::getId)
                            .toList()
                            .equals(List.of(self));
        } catch (IOException e) {
            return false;
        }
    }

    /// Ratis 3.3.0 leaves a voter that became a stand-by (or the reverse) in its old role; without
    /// a leader it then stands for election and ends itself.
    boolean fitsItsRole() {
        try {
            var wanted = membership().role(member(self));
            return wanted == RaftRole.SPARE || isListener() == (wanted == RaftRole.STANDBY);
        } catch (IOException e) {
            return true;
        }
    }

    /// Takes part without a vote.
    boolean listens() {
        try {
            return isListener();
        } catch (IOException e) {
            return false;
        }
    }

    private boolean isListener() throws IOException {
        return division.get().getInfo().getCurrentRole() == RaftPeerRole.LISTENER;
    }

    private static long member(RaftPeerId id) {
        return Long.parseLong(id.toString());
    }
}
