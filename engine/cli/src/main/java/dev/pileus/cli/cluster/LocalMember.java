package dev.pileus.cli.cluster;

import dev.pileus.cli.CommandException;
import dev.pileus.cli.cluster.MemberList.Entry;
import dev.pileus.database.Batch;
import dev.pileus.database.DatabaseException;
import dev.pileus.database.LocalDatabase;
import dev.pileus.database.WriteOutcome;
import dev.pileus.database.raft.RaftRole;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// What a member knows about the cluster from its own disk: `database/local.db`.
final class LocalMember implements AutoCloseable {
    private static final String CLUSTER = "cluster.https_address";
    private static final String HTTPS = "core.https_address";

    private final LocalDatabase database;

    private LocalMember(LocalDatabase database) {
        this.database = database;
    }

    /// Whether its daemon runs or not.
    static LocalMember open(Path stateDirectory) {
        try {
            return new LocalMember(
                    LocalDatabase.existing(stateDirectory.resolve("database/local.db")));
        } catch (DatabaseException e) {
            throw new CommandException(String.valueOf(e.getMessage()), e);
        }
    }

    /// Voters and stand-bys, as this member has heard of them last.
    List<Entry> holders() {
        return database.read(reader ->
                        reader.select("SELECT id, name, address, role FROM raft_nodes ORDER BY id"))
                .list(row ->
                        new Entry(
                                row.number("id"),
                                row.text("name"),
                                row.text("address"),
                                role(row.number("role"))));
    }

    /// Addresses that were edited and that the cluster's own table does not have yet, by id.
    Map<Long, String> edited() {
        return database
                .read(reader -> reader.select("SELECT id, address FROM edited_addresses"))
                .list(row -> Map.entry(row.number("id"), row.text("address")))
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /// Takes new addresses and roles: its own network address as well, if it is this member that
    /// moves.
    void apply(MemberEdit edit, long own) {
        var batch = Batch.builder().run("DELETE FROM raft_nodes");
        for (var member : edit.wanted().members()) {
            if (member.role() != RaftRole.SPARE) {
                batch.run(
                        "INSERT INTO raft_nodes (id, name, address, role) VALUES (?, ?, ?, ?)",
                        member.id(),
                        member.name(),
                        member.address(),
                        number(member.role()));
            }
        }
        for (var member : edit.moved()) {
            batch.run("DELETE FROM edited_addresses WHERE id = ?", member.id())
                    .run(
                            "INSERT INTO edited_addresses (id, address) VALUES (?, ?)",
                            member.id(),
                            member.address());
        }
        edit.moved().stream()
                .filter(member -> member.id() == own)
                .forEach(member -> batch.add(move(member.address())));
        if (!(database.write(batch.build()) instanceof WriteOutcome.Applied)) {
            throw new CommandException("the member's own database does not take these addresses");
        }
    }

    /// Nobody else has the database any more.
    void becomeOnlyHolder(long own) {
        var batch =
                Batch.builder()
                        .run("DELETE FROM raft_nodes WHERE id <> ?", own)
                        .run("UPDATE raft_nodes SET role = ?", number(RaftRole.VOTER));
        if (!(database.write(batch.build()) instanceof WriteOutcome.Applied)) {
            throw new CommandException("the member's own database does not take its new role");
        }
    }

    private static int number(RaftRole role) {
        return switch (role) {
            case VOTER -> 0;
            case STANDBY -> 1;
            case SPARE -> 2;
        };
    }

    private static RaftRole role(long number) {
        return number == 0 ? RaftRole.VOTER : number == 1 ? RaftRole.STANDBY : RaftRole.SPARE;
    }

    /// Clients come the same way where they did before.
    private static Batch move(String address) {
        return Batch.builder()
                .run(
                        """
                        UPDATE config SET value = ? WHERE key = ?
                        AND value = (SELECT value FROM config WHERE key = ?)\
                        """,
                        address,
                        HTTPS,
                        CLUSTER)
                .run("UPDATE config SET value = ? WHERE key = ?", address, CLUSTER)
                .build();
    }

    @Override
    public void close() {
        database.close();
    }
}
