package dev.pileus.database.raft;

import dev.pileus.database.DatabaseException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.ratis.server.protocol.TermIndex;
import org.apache.ratis.server.raftlog.RaftLog;
import org.apache.ratis.server.storage.FileInfo;
import org.apache.ratis.server.storage.RaftStorage;
import org.apache.ratis.statemachine.impl.SimpleStateMachineStorage;
import org.apache.ratis.statemachine.impl.SingleFileSnapshotInfo;
import org.apache.ratis.util.MD5FileUtil;

/// Complete copies of the replica in Ratis' own folder. The log is cut only up to one of them, so
/// each is on the disk, for sure, before Ratis learns of it.
final class Snapshots {
    private final Replica replica;
    private final SimpleStateMachineStorage storage = new SimpleStateMachineStorage();

    Snapshots(Replica replica) {
        this.replica = replica;
    }

    SimpleStateMachineStorage storage() {
        return storage;
    }

    /// Finds the newest snapshot.
    ///
    /// @return where Ratis begins to repeat the log
    TermIndex open(RaftStorage raft) throws IOException {
        storage.init(raft);
        var latest = storage.loadLatestSnapshot();
        if (latest == null) {
            return TermIndex.INITIAL_VALUE;
        }
        if (replica.position().getIndex() < latest.getIndex()) {
            // after a loss of power the live file, which is not synced, may be older
            replica.restore(latest.getFile().getPath());
        }
        return latest.getTermIndex();
    }

    /// A snapshot of the leader has arrived in the folder.
    TermIndex installed() throws IOException {
        var latest = storage.loadLatestSnapshot();
        if (latest == null) {
            throw new IOException("the snapshot that was sent is not in its folder");
        }
        replica.restore(latest.getFile().getPath());
        return latest.getTermIndex();
    }

    /// Makes a snapshot, unless the newest one is up to date.
    ///
    /// @return the index of the last entry in it
    long take() throws IOException {
        var position = replica.position();
        var latest = storage.getLatestSnapshot();
        var newest = latest == null ? RaftLog.INVALID_LOG_INDEX : latest.getIndex();
        if (position.getIndex() <= newest) {
            return newest;
        }
        var file = storage.getSnapshotFile(position.getTerm(), position.getIndex()).toPath();
        try {
            write(file);
        } catch (DatabaseException e) {
            throw new IOException(e);
        }
        var md5 = MD5FileUtil.computeAndSaveMd5ForFile(file.toFile());
        storage.updateLatestSnapshot(
                new SingleFileSnapshotInfo(
                        new FileInfo(file, md5), position.getTerm(), position.getIndex()));
        return position.getIndex();
    }

    private void write(Path file) throws IOException {
        var unfinished = file.resolveSibling("unfinished-copy");
        Files.deleteIfExists(unfinished);
        replica.backup(unfinished);
        SyncedFiles.replace(unfinished, file);
    }
}
