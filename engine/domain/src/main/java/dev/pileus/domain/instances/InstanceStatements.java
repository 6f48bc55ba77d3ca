package dev.pileus.domain.instances;

import dev.pileus.api.InstanceSnapshot;
import dev.pileus.api.InstanceUpdate;
import dev.pileus.api.Json;
import dev.pileus.database.Batch;
import dev.pileus.domain.members.Architecture;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Changes instances and their snapshots.
final class InstanceStatements {
    private static final String INSTANCE =
            "(SELECT id FROM instances WHERE project_id = ? AND name = ?)";
    private static final String SNAPSHOT =
            "(SELECT id FROM instances_snapshots WHERE instance_id = ? AND name = ?)";

    private InstanceStatements() {}

    /// A new instance.
    ///
    /// @param member where it will live; nothing is written when that is no longer a member at work
    /// @param project its row
    /// @param profiles their rows, in order
    static Batch insert(
            long member,
            long project,
            String name,
            InstanceUpdate own,
            List<Long> profiles,
            Instant now) {
        var batch =
                Batch.builder()
                        .one("UPDATE nodes SET name = name WHERE id = ? AND state = 0", member)
                        .one(
                                """
                                INSERT INTO instances (node_id, project_id, name, architecture,
                                    ephemeral, creation_date, description)
                                VALUES (?, ?, ?, ?, ?, ?, ?)\
                                """,
                                member,
                                project,
                                name,
                                Architecture.named(own.architecture()).number(),
                                own.ephemeral(),
                                now.toString(),
                                own.description());
        own(batch, new Key(INSTANCE, project, name), own, profiles);
        return batch.build();
    }

    /// Replaces what can be edited.
    ///
    /// @param project the instance's row in `projects`
    /// @param profiles their rows, in order
    static Batch update(
            StoredInstance instance, long project, InstanceUpdate own, List<Long> profiles) {
        var batch =
                Batch.builder()
                        .add(touch(instance))
                        .one(
                                "UPDATE instances SET description = ?, ephemeral = ? WHERE id = ?",
                                own.description(),
                                own.ephemeral(),
                                instance.id())
                        .run("DELETE FROM instances_config WHERE instance_id = ?", instance.id())
                        .run("DELETE FROM instances_devices WHERE instance_id = ?", instance.id())
                        .run("DELETE FROM instances_profiles WHERE instance_id = ?", instance.id());
        own(batch, new Key(INSTANCE, project, instance.name()), own, profiles);
        return batch.build();
    }

    private static void own(Batch.Builder batch, Key key, InstanceUpdate own, List<Long> profiles) {
        new TreeMap<>(own.config())
                .forEach((name, value) ->
                        batch.one(
                                "INSERT INTO instances_config (instance_id, key, value) VALUES ("
                                        + key.select()
                                        + ", ?, ?)",
                                key.first(),
                                key.second(),
                                name,
                                value));
        devices(batch, "instances", "instance", key, own.devices());
        for (var order = 0; order < profiles.size(); order++) {
            batch.one(
                    "INSERT INTO instances_profiles (instance_id, profile_id, apply_order) VALUES ("
                            + key.select()
                            + ", ?, ?)",
                    key.first(),
                    key.second(),
                    profiles.get(order),
                    order);
        }
    }

    /// @param table `instances` or `instances_snapshots`
    /// @param owner the same in the singular, as columns refer to it
    private static void devices(
            Batch.Builder batch,
            String table,
            String owner,
            Key key,
            Map<String, Map<String, String>> devices) {
        new TreeMap<>(devices)
                .forEach((device, keys) -> {
                    batch.one(
                            "INSERT INTO %s_devices (%s_id, name) VALUES (%s, ?)"
                                    .formatted(table, owner, key.select()),
                            key.first(),
                            key.second(),
                            device);
                    new TreeMap<>(keys)
                            .forEach((name, value) ->
                                    batch.one(
                                            """
                                            INSERT INTO %s_devices_config (%s_device_id, key, value)
                                            SELECT id, ?, ? FROM %s_devices WHERE %s_id = %s AND name = ?\
                                            """
                                                    .formatted(
                                                            table,
                                                            owner,
                                                            table,
                                                            owner,
                                                            key.select()),
                                            name,
                                            value,
                                            key.first(),
                                            key.second(),
                                            device));
                });
    }

    /// Sets keys of its own; an empty value removes one.
    static Batch set(StoredInstance instance, Map<String, String> keys) {
        var batch = Batch.builder().add(touch(instance));
        new TreeMap<>(keys)
                .forEach((key, value) -> {
                    batch.run(
                            "DELETE FROM instances_config WHERE instance_id = ? AND key = ?",
                            instance.id(),
                            key);
                    if (!value.isEmpty()) {
                        batch.one(
                                "INSERT INTO instances_config (instance_id, key, value) VALUES (?, ?, ?)",
                                instance.id(),
                                key,
                                value);
                    }
                });
        return batch.build();
    }

    static Batch used(StoredInstance instance, Instant now) {
        return Batch.builder()
                .one(
                        "UPDATE instances SET last_use_date = ? WHERE id = ?",
                        now.toString(),
                        instance.id())
                .build();
    }

    static Batch rename(StoredInstance instance, String name) {
        return Batch.builder()
                .add(touch(instance))
                .one("UPDATE instances SET name = ? WHERE id = ?", name, instance.id())
                .build();
    }

    /// Has templates written at the next start, unless more are due already.
    static Batch renamed(StoredInstance instance) {
        return Batch.builder()
                .run(
                        """
                        INSERT INTO instances_config (instance_id, key, value)
                        SELECT ?, ?, ? WHERE NOT EXISTS (
                            SELECT 1 FROM instances_config WHERE instance_id = ? AND key = ?)\
                        """,
                        instance.id(),
                        ImageTemplates.DUE,
                        ImageTemplates.RENAME,
                        instance.id(),
                        ImageTemplates.DUE)
                .build();
    }

    /// Whether all of it is there.
    static Batch whole(StoredInstance instance, boolean whole) {
        return Batch.builder()
                .one(
                        "UPDATE instances SET whole = ?, revision = revision + 1 WHERE id = ?",
                        whole,
                        instance.id())
                .build();
    }

    /// Another home.
    static Batch settle(StoredInstance instance, long member, Map<String, String> keys) {
        return Batch.builder()
                .add(set(instance, keys))
                .one(
                        "UPDATE instances SET node_id = ?, whole = 1 WHERE id = ?",
                        member,
                        instance.id())
                .build();
    }

    /// Nothing happens where it lives elsewhere by now.
    static Batch delete(StoredInstance instance) {
        return Batch.builder()
                .run(
                        "DELETE FROM instances WHERE id = ? AND node_id = ?",
                        instance.id(),
                        instance.member())
                .build();
    }

    private static Batch touch(StoredInstance instance) {
        return Batch.builder()
                .one(
                        "UPDATE instances SET revision = revision + 1 WHERE id = ? AND revision = ?",
                        instance.id(),
                        instance.revision())
                .build();
    }

    static Batch snapshot(
            long instance, String name, InstanceUpdate own, Instant now, Instant expiresAt) {
        var batch =
                Batch.builder()
                        .one(
                                """
                                INSERT INTO instances_snapshots (instance_id, name, creation_date,
                                    expiry_date, ephemeral, architecture, profiles, description)
                                VALUES (?, ?, ?, ?, ?, ?, ?, ?)\
                                """,
                                instance,
                                name,
                                now.toString(),
                                expiry(expiresAt),
                                own.ephemeral(),
                                Architecture.named(own.architecture()).number(),
                                Json.mapper().writeValueAsString(own.profiles()),
                                own.description());
        var key = new Key(SNAPSHOT, instance, name);
        new TreeMap<>(own.config())
                .forEach((setting, value) ->
                        batch.one(
                                "INSERT INTO instances_snapshots_config (instance_snapshot_id, key, value) VALUES ("
                                        + SNAPSHOT
                                        + ", ?, ?)",
                                instance,
                                name,
                                setting,
                                value));
        devices(batch, "instances_snapshots", "instance_snapshot", key, own.devices());
        return batch.build();
    }

    static Batch renameSnapshot(StoredSnapshot snapshot, String name) {
        return Batch.builder()
                .add(touch(snapshot))
                .one("UPDATE instances_snapshots SET name = ? WHERE id = ?", name, snapshot.id())
                .build();
    }

    static Batch expire(StoredSnapshot snapshot, Instant expiresAt) {
        return Batch.builder()
                .add(touch(snapshot))
                .one(
                        "UPDATE instances_snapshots SET expiry_date = ? WHERE id = ?",
                        expiry(expiresAt),
                        snapshot.id())
                .build();
    }

    static Batch deleteSnapshot(StoredSnapshot snapshot) {
        return Batch.builder()
                .run("DELETE FROM instances_snapshots WHERE id = ?", snapshot.id())
                .build();
    }

    private static Batch touch(StoredSnapshot snapshot) {
        return Batch.builder()
                .one(
                        "UPDATE instances_snapshots SET revision = revision + 1 WHERE id = ? AND revision = ?",
                        snapshot.id(),
                        snapshot.revision())
                .build();
    }

    private static String expiry(Instant expiresAt) {
        return expiresAt.equals(InstanceSnapshot.NEVER) ? "" : expiresAt.toString();
    }

    /// Finds a row whose id is not known yet.
    private record Key(String select, long first, String second) {}
}
