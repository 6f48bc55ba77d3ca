package dev.pileus.database.raft;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.apache.ratis.RaftConfigKeys;
import org.apache.ratis.conf.RaftProperties;
import org.apache.ratis.server.RaftServerConfigKeys;
import org.apache.ratis.util.SizeInBytes;
import org.apache.ratis.util.TimeDuration;

/// How Ratis is set up, where its defaults do not fit a small database in a small process.
final class NodeProperties {
    /// The largest entry: one batch of statements.
    static final int ENTRY_BYTES = 4 << 20;

    private NodeProperties() {}

    /// @param alone the only voter: nobody else could be leader, so it need not wait to be one
    static RaftProperties of(Path folder, RaftSettings settings, boolean alone) {
        var properties = new RaftProperties();
        RaftConfigKeys.Rpc.setType(properties, new PeerRpcType());
        RaftServerConfigKeys.setStorageDir(properties, List.of(folder.toFile()));
        RaftServerConfigKeys.setRemovedGroupsDir(properties, folder.resolve("removed").toFile());
        elections(properties, settings.timing(), alone);
        log(properties, settings.log());
        snapshots(properties, settings.log());
        // a laptop that slept for an hour is no reason to end
        RaftServerConfigKeys.setCloseThreshold(properties, TimeDuration.valueOf(1, TimeUnit.DAYS));
        // our own books tell repetitions; Ratis' would keep a minute of answers in memory
        RaftServerConfigKeys.RetryCache.setExpiryTime(
                properties, TimeDuration.valueOf(1, TimeUnit.SECONDS));
        return properties;
    }

    private static void elections(RaftProperties properties, RaftTiming timing, boolean alone) {
        var min = millis(timing.electionMin().toMillis());
        var max = millis(timing.electionMax().toMillis());
        RaftServerConfigKeys.Rpc.setTimeoutMin(properties, min);
        RaftServerConfigKeys.Rpc.setTimeoutMax(properties, max);
        RaftServerConfigKeys.Rpc.setFirstElectionTimeoutMin(properties, alone ? millis(5) : min);
        RaftServerConfigKeys.Rpc.setFirstElectionTimeoutMax(properties, alone ? millis(20) : max);
        // a leader that has lost its majority may be the only one that can lead when it is back.
        // Ratis takes this for the pause of the JVM as well after which a leader does not trust
        // itself
        RaftServerConfigKeys.LeaderElection.setLeaderStepDownWaitTime(properties, max);
        // between two tries to reach a member that is away
        RaftServerConfigKeys.Rpc.setSleepTime(properties, millis(100));
        RaftServerConfigKeys.setStagingTimeout(
                properties, TimeDuration.valueOf(20, TimeUnit.SECONDS));
    }

    private static void log(RaftProperties properties, LogKeeping log) {
        var segment = SizeInBytes.valueOf(log.segmentBytes());
        RaftServerConfigKeys.Log.setSegmentSizeMax(properties, segment);
        RaftServerConfigKeys.Log.setSegmentCacheNumMax(properties, 2);
        RaftServerConfigKeys.Log.setSegmentCacheSizeMax(properties, segment);
        RaftServerConfigKeys.Log.setPreallocatedSize(properties, SizeInBytes.valueOf("1MB"));
        RaftServerConfigKeys.Log.setPurgeGap(properties, 1);
        RaftServerConfigKeys.Log.Appender.setBufferByteLimit(
                properties, SizeInBytes.valueOf(ENTRY_BYTES + (64 << 10)));
        // Ratis refuses to start when this is not larger than the limit above
        RaftServerConfigKeys.Log.setWriteBufferSize(
                properties, SizeInBytes.valueOf(ENTRY_BYTES + (128 << 10)));
        // a member that is away must not make the others keep everything: it gets a snapshot
        RaftServerConfigKeys.Log.setPurgeUptoSnapshotIndex(properties, true);
        RaftServerConfigKeys.Log.setPurgePreservationLogNum(properties, log.keptEntries());
    }

    private static void snapshots(RaftProperties properties, LogKeeping log) {
        RaftServerConfigKeys.Snapshot.setAutoTriggerEnabled(properties, true);
        RaftServerConfigKeys.Snapshot.setAutoTriggerThreshold(properties, log.snapshotEvery());
        RaftServerConfigKeys.Snapshot.setRetentionFileNum(properties, 2);
        RaftServerConfigKeys.Log.Appender.setSnapshotChunkSizeMax(
                properties, SizeInBytes.valueOf("1MB"));
    }

    private static TimeDuration millis(long millis) {
        return TimeDuration.valueOf(millis, TimeUnit.MILLISECONDS);
    }
}
