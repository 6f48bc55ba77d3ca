package dev.pileus.domain.volumes;

import dev.pileus.database.Batch;
import dev.pileus.database.Reader;
import dev.pileus.database.Row;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// The volumes' SQL.
final class VolumesRepository {
    private static final String VOLUMES =
            """
            SELECT v.id, p.name AS pool, o.name AS project, v.name, v.node_id, n.name AS location,
                   v.description, v.creation_date, v.revision
            FROM storage_volumes v
            JOIN storage_pools p ON p.id = v.storage_pool_id
            JOIN projects o ON o.id = v.project_id
            JOIN nodes n ON n.id = v.node_id
            ORDER BY p.name, o.name, v.name, v.node_id\
            """;

    /// By its names: its row may be inserted by the same batch.
    private static final String NEW =
            """
            (SELECT v.id FROM storage_volumes v
             JOIN storage_pools p ON p.id = v.storage_pool_id
             JOIN projects o ON o.id = v.project_id
             WHERE p.name = ? AND v.node_id = ? AND o.name = ? AND v.name = ?)\
            """;

    private VolumesRepository() {}

    /// By pool, project, name and member.
    static List<StoredVolume> all(Reader reader) {
        var configs =
                configs(
                        reader,
                        "SELECT storage_volume_id AS owner, key, value FROM storage_volumes_config");
        var snapshots = snapshots(reader);
        return reader.select(VOLUMES)
                .list(row -> {
                    var id = row.number("id");
                    return new StoredVolume(
                            id,
                            row.text("pool"),
                            row.text("project"),
                            row.text("name"),
                            row.number("node_id"),
                            row.text("location"),
                            row.text("description"),
                            configs.getOrDefault(id, Map.of()),
                            Instant.parse(row.text("creation_date")),
                            snapshots.getOrDefault(id, List.of()),
                            row.number("revision"));
                });
    }

    private static Map<Long, List<StoredSnapshot>> snapshots(Reader reader) {
        var configs =
                configs(
                        reader,
                        """
                        SELECT storage_volume_snapshot_id AS owner, key, value
                        FROM storage_volumes_snapshots_config\
                        """);
        var snapshots = new HashMap<Long, List<StoredSnapshot>>();
        reader.select(
                        """
                        SELECT id, storage_volume_id, name, description, creation_date,
                               expiry_date, revision
                        FROM storage_volumes_snapshots ORDER BY id\
                        """)
                .forEach(row ->
                        snapshots
                                .computeIfAbsent(
                                        row.number("storage_volume_id"), id -> new ArrayList<>())
                                .add(snapshot(row, configs)));
        return snapshots;
    }

    private static StoredSnapshot snapshot(Row row, Map<Long, Map<String, String>> configs) {
        return new StoredSnapshot(
                row.number("id"),
                row.text("name"),
                row.text("description"),
                configs.getOrDefault(row.number("id"), Map.of()),
                Instant.parse(row.text("creation_date")),
                row.optionalText("expiry_date").map(Instant::parse).orElse(null),
                row.number("revision"));
    }

    private static Map<Long, Map<String, String>> configs(Reader reader, String sql) {
        var configs = new HashMap<Long, Map<String, String>>();
        reader.select(sql)
                .forEach(row ->
                        configs.computeIfAbsent(row.number("owner"), id -> new TreeMap<>())
                                .put(row.text("key"), row.text("value")));
        return configs;
    }

    /// A new volume, with the snapshots that it brings.
    static Batch insert(StoredVolume volume) {
        var batch =
                Batch.builder()
                        .one(
                                """
                                INSERT INTO storage_volumes
                                    (storage_pool_id, node_id, project_id, name, description, creation_date)
                                SELECT p.id, ?, o.id, ?, ?, ? FROM storage_pools p, projects o
                                WHERE p.name = ? AND o.name = ?\
                                """,
                                volume.member(),
                                volume.name(),
                                volume.description(),
                                volume.createdAt().toString(),
                                volume.pool(),
                                volume.project());
        new TreeMap<>(volume.config())
                .forEach((key, value) ->
                        batch.one(
                                "INSERT INTO storage_volumes_config (storage_volume_id, key, value) SELECT id, ?, ? FROM "
                                        + NEW,
                                key,
                                value,
                                volume.pool(),
                                volume.member(),
                                volume.project(),
                                volume.name()));
        volume.snapshots().forEach(snapshot -> batch.add(insert(volume, snapshot)));
        return batch.build();
    }

    static Batch insert(StoredVolume volume, StoredSnapshot snapshot) {
        var batch =
                Batch.builder()
                        .one(
                                """
                                INSERT INTO storage_volumes_snapshots
                                    (storage_volume_id, name, description, creation_date, expiry_date)
                                SELECT id, ?, ?, ?, ? FROM
                                """
                                        + NEW,
                                snapshot.name(),
                                snapshot.description(),
                                snapshot.createdAt().toString(),
                                text(snapshot.expiresAt()),
                                volume.pool(),
                                volume.member(),
                                volume.project(),
                                volume.name());
        new TreeMap<>(snapshot.config())
                .forEach((key, value) ->
                        batch.one(
                                """
                                INSERT INTO storage_volumes_snapshots_config
                                    (storage_volume_snapshot_id, key, value)
                                SELECT s.id, ?, ? FROM storage_volumes_snapshots s
                                WHERE s.name = ? AND s.storage_volume_id =
                                """
                                        + NEW,
                                key,
                                value,
                                snapshot.name(),
                                volume.pool(),
                                volume.member(),
                                volume.project(),
                                volume.name()));
        return batch.build();
    }

    static Batch update(StoredVolume volume, String description, Map<String, String> config) {
        var batch =
                touched(volume)
                        .one(
                                "UPDATE storage_volumes SET description = ? WHERE id = ?",
                                description,
                                volume.id())
                        .run(
                                "DELETE FROM storage_volumes_config WHERE storage_volume_id = ?",
                                volume.id());
        new TreeMap<>(config)
                .forEach((key, value) ->
                        batch.one(
                                """
                                INSERT INTO storage_volumes_config (storage_volume_id, key, value)
                                VALUES (?, ?, ?)\
                                """,
                                volume.id(),
                                key,
                                value));
        return batch.build();
    }

    /// Another name, pool or project.
    static Batch move(StoredVolume volume, StoredVolume moved) {
        return touched(volume)
                .one(
                        """
                        UPDATE storage_volumes SET name = ?,
                            storage_pool_id = (SELECT id FROM storage_pools WHERE name = ?),
                            project_id = (SELECT id FROM projects WHERE name = ?)
                        WHERE id = ?\
                        """,
                        moved.name(),
                        moved.pool(),
                        moved.project(),
                        volume.id())
                .build();
    }

    static Batch delete(StoredVolume volume) {
        return Batch.builder()
                .one(
                        "DELETE FROM storage_volumes WHERE id = ? AND revision = ?",
                        volume.id(),
                        volume.revision())
                .build();
    }

    static Batch update(StoredSnapshot snapshot, String description, @Nullable Instant expiresAt) {
        return Batch.builder()
                .one(
                        """
                        UPDATE storage_volumes_snapshots
                        SET description = ?, expiry_date = ?, revision = revision + 1
                        WHERE id = ? AND revision = ?\
                        """,
                        description,
                        text(expiresAt),
                        snapshot.id(),
                        snapshot.revision())
                .build();
    }

    static Batch rename(StoredSnapshot snapshot, String name) {
        return Batch.builder()
                .one(
                        """
                        UPDATE storage_volumes_snapshots SET name = ?, revision = revision + 1
                        WHERE id = ? AND revision = ?\
                        """,
                        name,
                        snapshot.id(),
                        snapshot.revision())
                .build();
    }

    static Batch delete(StoredSnapshot snapshot) {
        return Batch.builder()
                .one(
                        "DELETE FROM storage_volumes_snapshots WHERE id = ? AND revision = ?",
                        snapshot.id(),
                        snapshot.revision())
                .build();
    }

    private static Batch.Builder touched(StoredVolume volume) {
        return Batch.builder()
                .one(
                        "UPDATE storage_volumes SET revision = revision + 1 WHERE id = ? AND revision = ?",
                        volume.id(),
                        volume.revision());
    }

    private static @Nullable String text(@Nullable Instant moment) {
        return moment == null ? null : moment.toString();
    }
}
