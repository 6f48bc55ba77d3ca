package dev.pileus.database.raft;

import dev.pileus.database.DatabaseException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.ratis.proto.RaftProtos.LogEntryProto;
import org.apache.ratis.proto.RaftProtos.RaftConfigurationProto;
import org.apache.ratis.proto.RaftProtos.RaftPeerProto;
import org.apache.ratis.proto.RaftProtos.RaftPeerRole;
import org.apache.ratis.server.RaftServerConfigKeys.Log.CorruptionPolicy;
import org.apache.ratis.server.protocol.TermIndex;
import org.apache.ratis.server.raftlog.segmented.LogSegment;
import org.apache.ratis.server.raftlog.segmented.LogSegmentPath;
import org.apache.ratis.thirdparty.com.google.protobuf.ByteString;
import org.apache.ratis.util.SizeInBytes;
import org.jspecify.annotations.Nullable;

/// Ratis' files of one group, while nobody runs: what they say about the group, and how to say
/// something else.
///
/// The newest configuration counts, be it in the log or in `raft-meta.conf`; so a new one gets an
/// index above all of them.
final class RaftFiles {
    private final Path configurationFile;
    private final LogEntryProto newest;
    private final TermIndex last;

    private RaftFiles(Path configurationFile, LogEntryProto newest, TermIndex last) {
        this.configurationFile = configurationFile;
        this.newest = newest;
        this.last = last;
    }

    /// Reads what is in a group's folder.
    ///
    /// @throws DatabaseException if there is no group, or it is damaged
    static RaftFiles read(Path group) {
        var current = group.resolve("current");
        var file = current.resolve("raft-meta.conf");
        var found = new Newest();
        try {
            if (Files.exists(file)) {
                try (var in = Files.newInputStream(file)) {
                    found.meet(parse(in));
                }
            }
            try (var segments = Files.list(current)) {
                for (var segment : segments(segments)) {
                    LogSegment.readSegmentFile(
                            segment.getPath().toFile(),
                            segment.getStartEnd(),
                            SizeInBytes.valueOf(Integer.MAX_VALUE / 2),
                            CorruptionPolicy.EXCEPTION,
                            null,
                            found::meet);
                }
            }
        } catch (IOException | IllegalStateException e) {
            throw new DatabaseException(
                    "the log in " + group + " cannot be read: " + e.getMessage(), e);
        }
        if (found.configuration == null) {
            throw new DatabaseException("there are no members in the log in " + group);
        }
        return new RaftFiles(file, found.configuration, found.last);
    }

    Map<Long, RaftRole> roles() {
        var roles = new TreeMap<Long, RaftRole>();
        var configuration = newest.getConfigurationEntry();
        configuration.getListenersList().forEach(peer -> roles.put(id(peer), RaftRole.STANDBY));
        configuration.getPeersList().forEach(peer -> roles.put(id(peer), RaftRole.VOTER));
        return roles;
    }

    /// The last entry that is on this disk, committed or not.
    TermIndex last() {
        return last;
    }

    /// Puts another configuration above all that there are.
    void write(Path group, Map<Long, RaftRole> roles) throws IOException {
        var configuration = RaftConfigurationProto.newBuilder();
        roles.forEach((member, role) -> {
            if (role == RaftRole.VOTER) {
                configuration.addPeers(peer(member, RaftPeerRole.FOLLOWER));
            } else if (role == RaftRole.STANDBY) {
                configuration.addListeners(peer(member, RaftPeerRole.LISTENER));
            }
        });
        var entry =
                LogEntryProto.newBuilder()
                        .setTerm(newest.getTerm())
                        .setIndex(newest.getIndex() + 1)
                        .setConfigurationEntry(configuration)
                        .build();
        var file = group.resolve("current").resolve(configurationFile.getFileName());
        try (OutputStream out = Files.newOutputStream(file)) {
            entry.writeTo(out);
        }
        SyncedFiles.sync(file);
    }

    private static Iterable<LogSegmentPath> segments(Stream<Path> files) {
        return files.map(LogSegmentPath::matchLogSegment)
                .filter(Objects::nonNull)
                .sorted((a, b) -> a.getStartEnd().compareTo(b.getStartEnd()))
                .toList();
    }

    private static LogEntryProto parse(InputStream in) throws IOException {
        return LogEntryProto.parseFrom(in);
    }

    private static RaftPeerProto peer(long member, RaftPeerRole role) {
        return RaftPeerProto.newBuilder()
                .setId(ByteString.copyFromUtf8(Long.toString(member)))
                .setStartupRole(role)
                .build();
    }

    private static long id(RaftPeerProto peer) {
        return Long.parseLong(peer.getId().toStringUtf8());
    }

    private static final class Newest {
        private @Nullable LogEntryProto configuration;
        private TermIndex last = TermIndex.INITIAL_VALUE;

        void meet(LogEntryProto entry) {
            var at = TermIndex.valueOf(entry);
            if (at.getIndex() > last.getIndex()) {
                last = at;
            }
            if (entry.hasConfigurationEntry()
                    && (configuration == null || entry.getIndex() > configuration.getIndex())) {
                configuration = entry;
            }
        }
    }
}
