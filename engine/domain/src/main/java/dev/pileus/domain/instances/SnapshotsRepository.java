package dev.pileus.domain.instances;

import dev.pileus.api.InstanceSnapshot;
import dev.pileus.api.InstanceUpdate;
import dev.pileus.api.Json;
import dev.pileus.database.Reader;
import dev.pileus.database.Row;
import dev.pileus.domain.members.Architecture;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;

/// Reads snapshots, oldest first.
final class SnapshotsRepository {
    private static final TypeReference<List<String>> NAMES = new TypeReference<>() {};

    private SnapshotsRepository() {}

    static List<StoredSnapshot> all(Reader reader, StoredInstance instance) {
        return load(reader, "instance_id = ?", instance.id());
    }

    static Optional<StoredSnapshot> find(Reader reader, StoredInstance instance, String name) {
        return load(reader, "instance_id = ? AND name = ?", instance.id(), name).stream()
                .findFirst();
    }

    /// Those of all instances that live on a member and whose time is over.
    static List<StoredSnapshot> expired(Reader reader, long member, Instant now) {
        return load(
                        reader,
                        "expiry_date <> '' AND instance_id IN (SELECT id FROM instances WHERE node_id = ?)",
                        member)
                .stream()
                .filter(snapshot -> snapshot.expiresAt().isBefore(now))
                .toList();
    }

    /// As clients see them, by instance.
    ///
    /// @param project empty: of all
    static Map<Long, List<InstanceSnapshot>> byInstance(Reader reader, String project) {
        var found = new HashMap<Long, List<InstanceSnapshot>>();
        var where =
                project.isEmpty()
                        ? load(reader, "1")
                        : load(
                                reader,
                                "instance_id IN (SELECT i.id FROM instances i JOIN projects o ON o.id = i.project_id WHERE o.name = ?)",
                                project);
        where.forEach(snapshot ->
                found.computeIfAbsent(snapshot.instance(), id -> new ArrayList<>())
                        .add(snapshot.shown()));
        return found;
    }

    /// @param where a condition on the table `instances_snapshots` alone
    private static List<StoredSnapshot> load(
            Reader reader, String where, @Nullable Object... arguments) {
        var rows =
                reader.select(
                        "SELECT * FROM instances_snapshots WHERE " + where + " ORDER BY id",
                        arguments);
        if (rows.isEmpty()) {
            return List.of();
        }
        var chosen = "(SELECT id FROM instances_snapshots WHERE " + where + ")";
        var configs = configs(reader, chosen, arguments);
        var devices = devices(reader, chosen, arguments);
        return rows.list(row ->
                snapshot(
                        row,
                        configs.getOrDefault(row.number("id"), Map.of()),
                        devices.getOrDefault(row.number("id"), Map.of())));
    }

    private static StoredSnapshot snapshot(
            Row row, Map<String, String> config, Map<String, Map<String, String>> devices) {
        var expiry = row.text("expiry_date");
        return new StoredSnapshot(
                row.number("id"),
                row.number("instance_id"),
                row.text("name"),
                new InstanceUpdate(
                        Architecture.of(row.number("architecture")).word(),
                        config,
                        devices,
                        row.flag("ephemeral"),
                        Json.mapper().readValue(row.text("profiles"), NAMES),
                        row.flag("stateful"),
                        row.text("description"),
                        ""),
                Instant.parse(row.text("creation_date")),
                expiry.isEmpty() ? InstanceSnapshot.NEVER : Instant.parse(expiry),
                row.number("revision"));
    }

    private static Map<Long, Map<String, String>> configs(
            Reader reader, String chosen, @Nullable Object... arguments) {
        var configs = new HashMap<Long, Map<String, String>>();
        reader.select(
                        "SELECT instance_snapshot_id, key, value FROM instances_snapshots_config"
                                + " WHERE instance_snapshot_id IN "
                                + chosen,
                        arguments)
                .forEach(row ->
                        configs.computeIfAbsent(
                                        row.number("instance_snapshot_id"), id -> new TreeMap<>())
                                .put(row.text("key"), row.text("value")));
        return configs;
    }

    private static Map<Long, Map<String, Map<String, String>>> devices(
            Reader reader, String chosen, @Nullable Object... arguments) {
        var devices = new HashMap<Long, Map<String, Map<String, String>>>();
        reader.select(
                        """
                        SELECT d.instance_snapshot_id, d.name, c.key, c.value
                        FROM instances_snapshots_devices d
                        JOIN instances_snapshots_devices_config c
                            ON c.instance_snapshot_device_id = d.id
                        WHERE d.instance_snapshot_id IN \
                        """
                                + chosen,
                        arguments)
                .forEach(row ->
                        devices.computeIfAbsent(
                                        row.number("instance_snapshot_id"), id -> new TreeMap<>())
                                .computeIfAbsent(row.text("name"), name -> new TreeMap<>())
                                .put(row.text("key"), row.text("value")));
        return devices;
    }
}
