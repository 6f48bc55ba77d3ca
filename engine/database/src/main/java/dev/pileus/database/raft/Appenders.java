package dev.pileus.database.raft;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.ratis.protocol.RaftPeerId;
import org.apache.ratis.server.leader.LogAppender;

/// The leader's senders. A follower learns with the next message only that an entry is committed;
/// when it waits for that, it is told at once instead of with the next heartbeat.
final class Appenders {
    private final Map<RaftPeerId, LogAppender> byFollower = new ConcurrentHashMap<>();

    void add(LogAppender appender) {
        byFollower.put(appender.getFollowerId(), appender);
    }

    void hurry(long member) {
        var appender = byFollower.get(RaftPeerId.valueOf(Long.toString(member)));
        if (appender != null && appender.isRunning()) {
            appender.triggerHeartbeat();
        }
    }
}
