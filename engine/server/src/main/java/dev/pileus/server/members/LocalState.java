package dev.pileus.server.members;

import dev.pileus.database.Batch;
import dev.pileus.database.Database;
import dev.pileus.domain.members.Beat;
import dev.pileus.domain.members.roles.DatabaseRole;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// What a member knows about the cluster while it is alone with its disk: which member it is, and
/// where to find the database.
final class LocalState {
    private final Database local;

    LocalState(Database local) {
        this.local = local;
    }

    /// This member's id.
    long own() {
        return local.read(reader -> reader.select("SELECT id FROM this_member"))
                .only()
                .number("id");
    }

    /// Who held the database when this member heard of it last.
    List<Beat.Holder> holders() {
        return local.read(reader ->
                        reader.select("SELECT id, address, role, name FROM raft_nodes ORDER BY id"))
                .list(row ->
                        new Beat.Holder(
                                row.number("id"),
                                row.text("name"),
                                row.text("address"),
                                DatabaseRole.of(row.number("role"))));
    }

    /// Where an administrator has said that members are, by id; the cluster does not know it yet.
    Map<Long, String> edited() {
        var edited = new HashMap<Long, String>();
        local.read(reader -> reader.select("SELECT id, address FROM edited_addresses"))
                .forEach(row -> edited.put(row.number("id"), row.text("address")));
        return edited;
    }

    /// The cluster knows it by now, or the member is gone.
    void settle(long member) {
        local.write(
                Batch.builder().run("DELETE FROM edited_addresses WHERE id = ?", member).build());
    }

    void remember(List<Beat.Holder> holders) {
        if (!holders.equals(holders())) {
            local.write(rows(holders).build());
        }
    }

    /// From now on this is another member, of another cluster.
    void become(long id, List<Beat.Holder> holders) {
        local.write(
                rows(holders)
                        .run("DELETE FROM edited_addresses")
                        .one("UPDATE this_member SET id = ?", id)
                        .build());
    }

    private static Batch.Builder rows(List<Beat.Holder> holders) {
        var batch = Batch.builder().run("DELETE FROM raft_nodes");
        for (var holder : holders) {
            batch.run(
                    "INSERT INTO raft_nodes (id, address, role, name) VALUES (?, ?, ?, ?)",
                    holder.id(),
                    holder.address(),
                    holder.role().number(),
                    holder.name());
        }
        return batch;
    }
}
