package dev.pileus.cli.cluster;

import dev.pileus.cli.CommandException;
import dev.pileus.cli.DaemonLock;
import dev.pileus.cli.cluster.MemberList.Entry;
import dev.pileus.database.DatabaseException;
import dev.pileus.database.raft.OfflineRepair;
import dev.pileus.database.raft.RaftRole;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;

/// A member whose daemon is stopped, and stays so while this is open.
final class StoppedMember implements AutoCloseable {
    private static final int PENDING = 1;

    private final Path stateDirectory;
    private final DaemonLock lock;
    private final LocalMember local;
    private final OfflineRepair repair;

    private StoppedMember(
            Path stateDirectory, DaemonLock lock, LocalMember local, OfflineRepair repair) {
        this.stateDirectory = stateDirectory;
        this.lock = lock;
        this.local = local;
        this.repair = repair;
    }

    /// @throws CommandException if there is none, or its daemon runs
    static StoppedMember open(Path stateDirectory) {
        var lock = DaemonLock.take(stateDirectory);
        try {
            var local = LocalMember.open(stateDirectory);
            return new StoppedMember(
                    stateDirectory, lock, local, OfflineRepair.open(global(stateDirectory)));
        } catch (DatabaseException e) {
            lock.close();
            throw new CommandException(String.valueOf(e.getMessage()), e);
        } catch (CommandException e) {
            lock.close();
            throw e;
        }
    }

    long id() {
        return repair.member();
    }

    boolean hasReplica() {
        return repair.hasReplica();
    }

    /// All members where this one has a copy of the database, else those that have one.
    MemberList members() {
        var holders = local.holders();
        if (!repair.hasReplica()) {
            return new MemberList(holders);
        }
        var known = holders.stream().collect(Collectors.toMap(Entry::id, Function.identity()));
        var roles = repair.roles();
        var members = new ArrayList<>(table(known, roles));
        // a leftover: it holds the database and is in no list
        roles.forEach((id, role) -> {
            if (members.stream().noneMatch(member -> member.id() == id)) {
                members.add(new Entry(id, "", "", role));
            }
        });
        members.sort(Comparator.comparingLong(Entry::id));
        return new MemberList(members);
    }

    /// Another member's list with what this one knows of it: the holders as they are here.
    MemberList extended(MemberList other) {
        var holders = new MemberList(local.holders());
        return new MemberList(
                other.members().stream()
                        .map(member -> holders.find(member.id()).orElse(unknown(member)))
                        .toList());
    }

    /// Whatever address is wanted for it counts as new here.
    private static Entry unknown(Entry member) {
        return new Entry(member.id(), member.name(), "", member.role());
    }

    private List<Entry> table(Map<Long, Entry> known, Map<Long, RaftRole> roles) {
        var edited = local.edited();
        return repair.read(reader ->
                        reader.select(
                                "SELECT id, name, address FROM nodes WHERE state <> ?", PENDING))
                .list(row -> {
                    var id = row.number("id");
                    var holder = known.get(id);
                    return new Entry(
                            id,
                            row.text("name"),
                            holder == null
                                    ? edited.getOrDefault(id, row.text("address"))
                                    : holder.address(),
                            roles.getOrDefault(id, RaftRole.SPARE));
                });
    }

    OfflineRepair.LogPosition lastEntry() {
        return repair.lastEntry();
    }

    void apply(MemberEdit edit) {
        local.apply(edit, repair.member());
        if (edit.roles()) {
            var roles = new HashMap<Long, RaftRole>();
            edit.wanted().members().forEach(member -> roles.put(member.id(), member.role()));
            repair.changeRoles(roles);
        }
    }

    /// Makes this member go on alone.
    ///
    /// @return the id of the database that it goes on with
    UUID becomeOnlyVoter(RandomGenerator random) {
        var database = repair.becomeOnlyVoter(random);
        local.becomeOnlyHolder(repair.member());
        return database;
    }

    void follow(UUID database) {
        repair.becomeSpareOf(database);
    }

    /// Copies the database before something is done to it.
    ///
    /// @return where the copy is
    Path backup(String name) {
        return FolderCopy.of(
                global(stateDirectory), stateDirectory.resolve("database").resolve(name));
    }

    private static Path global(Path stateDirectory) {
        return stateDirectory.resolve("database/global");
    }

    @Override
    public void close() {
        repair.close();
        local.close();
        lock.close();
    }
}
