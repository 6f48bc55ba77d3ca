package dev.pileus.domain.groups;

import dev.pileus.database.Batch;
import dev.pileus.database.Reader;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// The groups' SQL. Members that are still joining are in no list.
final class GroupsRepository {
    private static final String MEMBERSHIP =
            """
            SELECT n.name AS member, g.name AS "group"
            FROM nodes_cluster_groups m
            JOIN nodes n ON n.id = m.node_id
            JOIN cluster_groups g ON g.id = m.group_id
            WHERE n.state <> 1
            ORDER BY n.id, g.id\
            """;

    private GroupsRepository() {}

    static List<Group> all(Reader reader) {
        var members = new HashMap<String, List<String>>();
        reader.select(MEMBERSHIP).stream()
                .forEach(row ->
                        members.computeIfAbsent(row.text("group"), name -> new ArrayList<>())
                                .add(row.text("member")));
        var configs = configs(reader);
        return reader.select("SELECT id, name, description FROM cluster_groups ORDER BY name")
                .list(row ->
                        new Group(
                                row.number("id"),
                                row.text("name"),
                                row.text("description"),
                                members.getOrDefault(row.text("name"), List.of()),
                                configs.getOrDefault(row.number("id"), Map.of())));
    }

    static Optional<Group> find(Reader reader, String name) {
        return all(reader).stream().filter(group -> group.name().equals(name)).findFirst();
    }

    static Map<String, Long> memberIds(Reader reader) {
        var ids = new HashMap<String, Long>();
        reader.select("SELECT id, name FROM nodes WHERE state <> 1").stream()
                .forEach(row -> ids.put(row.text("name"), row.number("id")));
        return ids;
    }

    /// Standalone is one row with this name (CONTRACT 19.5).
    static boolean isClustered(Reader reader) {
        return reader.select("SELECT id FROM nodes WHERE name = 'none'").isEmpty();
    }

    static Batch insert(Group group) {
        return Batch.builder()
                .run(
                        "INSERT INTO cluster_groups (name, description) VALUES (?, ?)",
                        group.name(),
                        group.description())
                .add(config(group))
                .build();
    }

    /// Replaces description and config, where the name is still the one that was read.
    static Batch update(Group group) {
        return Batch.builder()
                .one(
                        "UPDATE cluster_groups SET description = ? WHERE id = ? AND name = ?",
                        group.description(),
                        group.id(),
                        group.name())
                .run("DELETE FROM cluster_groups_config WHERE cluster_group_id = ?", group.id())
                .add(config(group))
                .build();
    }

    static Batch rename(Group group, String name) {
        return Batch.builder()
                .one(
                        "UPDATE cluster_groups SET name = ? WHERE id = ? AND name = ?",
                        name,
                        group.id(),
                        group.name())
                .build();
    }

    static Batch delete(Group group) {
        return Batch.builder()
                .one(
                        """
                        DELETE FROM cluster_groups WHERE id = ? AND name = ?
                        AND NOT EXISTS (SELECT 1 FROM nodes_cluster_groups WHERE group_id = cluster_groups.id)\
                        """,
                        group.id(),
                        group.name())
                .build();
    }

    static Batch enter(String group, long member) {
        return Batch.builder()
                .one(
                        """
                        INSERT INTO nodes_cluster_groups (node_id, group_id)
                        SELECT ?, id FROM cluster_groups WHERE name = ?\
                        """,
                        member,
                        group)
                .build();
    }

    /// Only while the member is in another group as well.
    static Batch leave(String group, long member) {
        return Batch.builder()
                .one(
                        """
                        DELETE FROM nodes_cluster_groups
                        WHERE node_id = ? AND group_id = (SELECT id FROM cluster_groups WHERE name = ?)
                        AND (SELECT count(*) FROM nodes_cluster_groups WHERE node_id = ?) > 1\
                        """,
                        member,
                        group,
                        member)
                .build();
    }

    private static Batch config(Group group) {
        var batch = Batch.builder();
        new TreeMap<>(group.config())
                .forEach((key, value) ->
                        batch.run(
                                """
                                INSERT INTO cluster_groups_config (cluster_group_id, key, value)
                                SELECT id, ?, ? FROM cluster_groups WHERE name = ?\
                                """,
                                key,
                                value,
                                group.name()));
        return batch.build();
    }

    private static Map<Long, Map<String, String>> configs(Reader reader) {
        var configs = new HashMap<Long, Map<String, String>>();
        reader
                .select(
                        "SELECT cluster_group_id, key, value FROM cluster_groups_config ORDER BY key")
                .stream()
                .forEach(row ->
                        configs.computeIfAbsent(
                                        row.number("cluster_group_id"), id -> new TreeMap<>())
                                .put(row.text("key"), row.text("value")));
        return configs;
    }
}
