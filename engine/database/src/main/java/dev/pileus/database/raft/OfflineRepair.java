package dev.pileus.database.raft;

import dev.pileus.database.DatabaseException;
import dev.pileus.database.Query;
import dev.pileus.database.sqlite.SqliteFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.random.RandomGenerator;

/// Mends the database of a member whose daemon is stopped, when the group cannot mend itself.
///
/// When the majority of the voters is lost for good: on ONE surviving member, the one whose
/// [#lastEntry] is the newest, [#becomeOnlyVoter]; on every other one [#becomeSpareOf] the new
/// group, whereupon the leader gives them roles. The new group has a new id: lost members that come
/// back after all cannot form the old majority with anybody.
///
/// When all members are there and stopped: [#changeRoles], the same on every one of them.
public final class OfflineRepair implements AutoCloseable {
    private final DatabaseFolder folder;
    private final FolderLock lock;
    private Identity identity;

    private OfflineRepair(DatabaseFolder folder, FolderLock lock, Identity identity) {
        this.folder = folder;
        this.lock = lock;
        this.identity = identity;
    }

    /// Takes hold of a database's folder.
    ///
    /// @throws DatabaseException if there is no database, or a daemon runs on it
    public static OfflineRepair open(Path root) {
        var identity =
                Identity.read(root)
                        .orElseThrow(
                                () -> new DatabaseException("there is no database in " + root));
        return new OfflineRepair(new DatabaseFolder(root), FolderLock.take(root), identity);
    }

    public long member() {
        return identity.member();
    }

    /// Whether this member has a copy of the data.
    public boolean hasReplica() {
        return identity.replica();
    }

    /// Asks this member's copy; it may lack what was acknowledged last.
    public <T> T read(Query<T> query) {
        if (!identity.replica()) {
            throw noReplica();
        }
        try (var file = SqliteFile.open(Replica.file(folder.prepareLive()))) {
            return file.read(query);
        }
    }

    public UUID group() {
        return identity.group();
    }

    /// The voters and stand-bys as this member's files know them.
    public Map<Long, RaftRole> roles() {
        return identity.replica() ? files().roles() : identity.roles();
    }

    /// How far this member's copy goes. Of several survivors the one with the highest has
    /// everything that was ever acknowledged, as far as anything is left of it.
    public LogPosition lastEntry() {
        if (!identity.replica()) {
            throw noReplica();
        }
        var last = files().last();
        return new LogPosition(last.getTerm(), last.getIndex());
    }

    /// Makes this member the only voter of a new group that goes on with its data.
    ///
    /// @return the id of the new group
    public UUID becomeOnlyVoter(RandomGenerator random) {
        if (!identity.replica()) {
            throw noReplica();
        }
        var group = new UUID(random.nextLong(), random.nextLong());
        var roles = Map.of(identity.member(), RaftRole.VOTER);
        var old = folder.raft(identity.group());
        var fresh = folder.raft(group);
        try {
            // until the identity names the new group, the old one is untouched
            copy(old, fresh);
            files().write(fresh, roles);
            identity = new Identity(identity.member(), group, true, roles);
            identity.write(folder.root());
            DatabaseFolder.delete(old);
        } catch (IOException | UncheckedIOException e) {
            throw new DatabaseException(
                    "cannot make member %d the only voter: %s"
                            .formatted(identity.member(), e.getMessage()),
                    e);
        }
        return group;
    }

    /// Gives the members of this group other roles. It holds once every one of them has been told
    /// the same: until then none may be started. This member must have a copy of the data to keep a
    /// role, and gives it up when it loses it.
    public void changeRoles(Map<Long, RaftRole> wanted) {
        var roles = new TreeMap<>(wanted);
        roles.values().removeIf(role -> role == RaftRole.SPARE);
        if (!roles.containsValue(RaftRole.VOTER)) {
            throw new IllegalArgumentException("somebody has to vote");
        }
        if (!identity.replica()) {
            return;
        }
        if (!roles.containsKey(identity.member())) {
            becomeSpareOf(identity.group());
            return;
        }
        try {
            files().write(folder.raft(identity.group()), roles);
        } catch (IOException e) {
            throw new DatabaseException("cannot change the roles: " + e.getMessage(), e);
        }
        identity = identity.with(roles);
        identity.write(folder.root());
    }

    /// Makes this member a spare of the new group. Its own copy of the data is deleted.
    public void becomeSpareOf(UUID group) {
        identity = new Identity(identity.member(), group, false, Map.of());
        identity.write(folder.root());
        folder.deleteReplica();
    }

    @Override
    public void close() {
        lock.close();
    }

    private RaftFiles files() {
        return RaftFiles.read(folder.raft(identity.group()));
    }

    private DatabaseException noReplica() {
        return new DatabaseException(
                "member %d has no copy of the database".formatted(identity.member()));
    }

    private static void copy(Path from, Path to) throws IOException {
        try (var paths = Files.walk(from)) {
            for (var path : paths.toList()) {
                var target = to.resolve(from.relativize(path).toString());
                if (Files.isDirectory(path)) {
                    Files.createDirectories(target);
                } else {
                    Files.copy(path, target);
                    SyncedFiles.sync(target);
                }
            }
        }
    }

    /// A place in the log; a higher term beats a higher index.
    public record LogPosition(long term, long index) implements Comparable<LogPosition> {
        @Override
        public int compareTo(LogPosition other) {
            return term == other.term
                    ? Long.compare(index, other.index)
                    : Long.compare(term, other.term);
        }
    }
}
