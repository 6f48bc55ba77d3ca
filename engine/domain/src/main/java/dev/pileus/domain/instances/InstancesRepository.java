package dev.pileus.domain.instances;

import dev.pileus.api.Instance;
import dev.pileus.api.InstanceUpdate;
import dev.pileus.api.ProfileUpdate;
import dev.pileus.database.Reader;
import dev.pileus.database.Row;
import dev.pileus.domain.members.Architecture;
import dev.pileus.domain.profiles.Profiles;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Reads instances.
final class InstancesRepository {
    private static final String ROWS =
            """
            SELECT i.*, o.name AS project, n.name AS location
            FROM instances i
            JOIN projects o ON o.id = i.project_id
            JOIN nodes n ON n.id = i.node_id
            """;

    private InstancesRepository() {}

    static List<StoredInstance> all(Reader reader) {
        return load(reader, "1");
    }

    static List<StoredInstance> in(Reader reader, String project) {
        return load(reader, "project_id = (SELECT id FROM projects WHERE name = ?)", project);
    }

    static List<StoredInstance> on(Reader reader, long member) {
        return load(reader, "node_id = ?", member);
    }

    /// @param project empty: of all
    static List<String> urls(Reader reader, String project) {
        return reader.select(
                        """
                        SELECT o.name AS project, i.name
                        FROM instances i JOIN projects o ON o.id = i.project_id
                        WHERE ? IN ('', o.name) ORDER BY o.name, i.name\
                        """,
                        project)
                .list(row -> StoredInstance.url(row.text("project"), row.text("name")));
    }

    static Optional<StoredInstance> find(Reader reader, String project, String name) {
        return load(
                        reader,
                        "name = ? AND project_id = (SELECT id FROM projects WHERE name = ?)",
                        name,
                        project)
                .stream()
                .findFirst();
    }

    static Optional<StoredInstance> find(Reader reader, long id) {
        return load(reader, "id = ?", id).stream().findFirst();
    }

    /// By project and name.
    ///
    /// @param where a condition on the table `instances` alone
    private static List<StoredInstance> load(
            Reader reader, String where, @Nullable Object... arguments) {
        var chosen = "(SELECT id FROM instances WHERE " + where + ")";
        var rows =
                reader.select(
                        ROWS + "WHERE i.id IN " + chosen + " ORDER BY o.name, i.name", arguments);
        if (rows.isEmpty()) {
            return List.of();
        }
        var configs = configs(reader, chosen, arguments);
        var devices = devices(reader, chosen, arguments);
        var profiles = profiles(reader, chosen, arguments);
        var contents = Profiles.contents(reader);
        return rows.list(row -> {
            var id = row.number("id");
            var used = profiles.getOrDefault(id, List.of());
            var own =
                    own(
                            row,
                            configs.getOrDefault(id, Map.of()),
                            devices.getOrDefault(id, Map.of()),
                            used.stream().map(Used::name).toList());
            return instance(
                    row, own, used.stream().map(profile -> content(contents, profile)).toList());
        });
    }

    private static ProfileUpdate content(Map<Long, ProfileUpdate> contents, Used profile) {
        return contents.getOrDefault(profile.id(), new ProfileUpdate("", Map.of(), Map.of()));
    }

    private static InstanceUpdate own(
            Row row,
            Map<String, String> config,
            Map<String, Map<String, String>> devices,
            List<String> profiles) {
        return new InstanceUpdate(
                Architecture.of(row.number("architecture")).word(),
                config,
                devices,
                row.flag("ephemeral"),
                profiles,
                row.flag("stateful"),
                row.text("description"),
                "");
    }

    private static StoredInstance instance(
            Row row, InstanceUpdate own, List<ProfileUpdate> profiles) {
        var expansion = Expansion.of(own, profiles);
        return new StoredInstance(
                row.number("id"),
                row.text("project"),
                row.text("name"),
                row.number("node_id"),
                row.text("location"),
                row.number("type") == 0 ? Instance.CONTAINER : Instance.VIRTUAL_MACHINE,
                own,
                expansion.config(),
                expansion.devices(),
                Instant.parse(row.text("creation_date")),
                Instant.parse(row.text("last_use_date")),
                row.flag("whole"),
                row.number("revision"));
    }

    private static Map<Long, Map<String, String>> configs(
            Reader reader, String chosen, @Nullable Object... arguments) {
        var configs = new HashMap<Long, Map<String, String>>();
        reader.select(
                        "SELECT instance_id, key, value FROM instances_config WHERE instance_id IN "
                                + chosen,
                        arguments)
                .forEach(row ->
                        configs.computeIfAbsent(row.number("instance_id"), id -> new TreeMap<>())
                                .put(row.text("key"), row.text("value")));
        return configs;
    }

    private static Map<Long, Map<String, Map<String, String>>> devices(
            Reader reader, String chosen, @Nullable Object... arguments) {
        var devices = new HashMap<Long, Map<String, Map<String, String>>>();
        reader.select(
                        """
                        SELECT d.instance_id, d.name, c.key, c.value
                        FROM instances_devices d
                        JOIN instances_devices_config c ON c.instance_device_id = d.id
                        WHERE d.instance_id IN \
                        """
                                + chosen,
                        arguments)
                .forEach(row ->
                        devices.computeIfAbsent(row.number("instance_id"), id -> new TreeMap<>())
                                .computeIfAbsent(row.text("name"), name -> new TreeMap<>())
                                .put(row.text("key"), row.text("value")));
        return devices;
    }

    private static Map<Long, List<Used>> profiles(
            Reader reader, String chosen, @Nullable Object... arguments) {
        var profiles = new HashMap<Long, List<Used>>();
        reader.select(
                        """
                        SELECT u.instance_id, p.id, p.name
                        FROM instances_profiles u JOIN profiles p ON p.id = u.profile_id
                        WHERE u.instance_id IN %s ORDER BY u.apply_order\
                        """
                                .formatted(chosen),
                        arguments)
                .forEach(row ->
                        profiles.computeIfAbsent(row.number("instance_id"), id -> new ArrayList<>())
                                .add(new Used(row.number("id"), row.text("name"))));
        return profiles;
    }

    private record Used(long id, String name) {}
}
