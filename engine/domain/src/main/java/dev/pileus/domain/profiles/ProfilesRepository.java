package dev.pileus.domain.profiles;

import dev.pileus.api.ProfileUpdate;
import dev.pileus.database.Batch;
import dev.pileus.database.Reader;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// The profiles' SQL.
final class ProfilesRepository {
    private static final String BY_NAME =
            " SELECT p.id, ?, ? FROM profiles p JOIN projects o ON o.id = p.project_id"
                    + " WHERE o.name = ? AND p.name = ?";
    private static final String DEVICE_BY_NAME =
            " SELECT d.id, ?, ? FROM profiles_devices d JOIN profiles p ON p.id = d.profile_id"
                    + " JOIN projects o ON o.id = p.project_id"
                    + " WHERE o.name = ? AND p.name = ? AND d.name = ?";

    private ProfilesRepository() {}

    /// By name.
    static List<StoredProfile> all(Reader reader, long project) {
        var configs = new HashMap<Long, Map<String, String>>();
        reader.select(
                        """
                        SELECT profile_id, key, value FROM profiles_config
                        WHERE profile_id IN (SELECT id FROM profiles WHERE project_id = ?)\
                        """,
                        project)
                .forEach(row ->
                        configs.computeIfAbsent(row.number("profile_id"), id -> new TreeMap<>())
                                .put(row.text("key"), row.text("value")));
        var devices = devices(reader, project);
        return reader.select(
                        "SELECT id, name, description, revision FROM profiles WHERE project_id = ? ORDER BY name",
                        project)
                .list(row ->
                        new StoredProfile(
                                row.number("id"),
                                row.text("name"),
                                row.text("description"),
                                configs.getOrDefault(row.number("id"), Map.of()),
                                devices.getOrDefault(row.number("id"), Map.of()),
                                row.number("revision")));
    }

    /// Of all projects.
    static List<StoredProfile> everywhere(Reader reader) {
        return reader.select("SELECT DISTINCT project_id FROM profiles").stream()
                .flatMap(row -> all(reader, row.number("project_id")).stream())
                .toList();
    }

    static Optional<StoredProfile> find(Reader reader, long project, String name) {
        return all(reader, project).stream()
                .filter(profile -> profile.name().equals(name))
                .findFirst();
    }

    private static Map<Long, Map<String, Map<String, String>>> devices(
            Reader reader, long project) {
        var devices = new HashMap<Long, Map<String, Map<String, String>>>();
        reader.select(
                        """
                        SELECT d.profile_id, d.name, c.key, c.value
                        FROM profiles_devices d
                        JOIN profiles_devices_config c ON c.profile_device_id = d.id
                        WHERE d.profile_id IN (SELECT id FROM profiles WHERE project_id = ?)\
                        """,
                        project)
                .forEach(row ->
                        devices.computeIfAbsent(row.number("profile_id"), id -> new TreeMap<>())
                                .computeIfAbsent(row.text("name"), name -> new TreeMap<>())
                                .put(row.text("key"), row.text("value")));
        return devices;
    }

    static Batch insert(String project, String name, ProfileUpdate content) {
        return Batch.builder()
                .one(
                        """
                        INSERT INTO profiles (project_id, name, description)
                        SELECT id, ?, ? FROM projects WHERE name = ?\
                        """,
                        name,
                        content.description(),
                        project)
                .add(content(project, name, content))
                .build();
    }

    static Batch update(String project, StoredProfile profile, ProfileUpdate content) {
        return Batch.builder()
                .one(
                        "UPDATE profiles SET description = ?, revision = revision + 1 WHERE id = ? AND revision = ?",
                        content.description(),
                        profile.id(),
                        profile.revision())
                .run("DELETE FROM profiles_config WHERE profile_id = ?", profile.id())
                .run("DELETE FROM profiles_devices WHERE profile_id = ?", profile.id())
                .add(content(project, profile.name(), content))
                .build();
    }

    static Batch rename(StoredProfile profile, String name) {
        return Batch.builder()
                .one(
                        "UPDATE profiles SET name = ?, revision = revision + 1 WHERE id = ? AND revision = ?",
                        name,
                        profile.id(),
                        profile.revision())
                .build();
    }

    static Batch delete(StoredProfile profile) {
        return Batch.builder()
                .one(
                        "DELETE FROM profiles WHERE id = ? AND revision = ?",
                        profile.id(),
                        profile.revision())
                .build();
    }

    private static Batch content(String project, String name, ProfileUpdate content) {
        var batch = Batch.builder();
        new TreeMap<>(content.config())
                .forEach((key, value) ->
                        batch.one(
                                "INSERT INTO profiles_config (profile_id, key, value)" + BY_NAME,
                                key,
                                value,
                                project,
                                name));
        new TreeMap<>(content.devices())
                .forEach((device, keys) -> batch.add(device(project, name, device, keys)));
        return batch.build();
    }

    private static Batch device(
            String project, String name, String device, Map<String, String> keys) {
        var batch =
                Batch.builder()
                        .one(
                                """
                                INSERT INTO profiles_devices (profile_id, name)
                                SELECT p.id, ? FROM profiles p JOIN projects o ON o.id = p.project_id
                                WHERE o.name = ? AND p.name = ?\
                                """,
                                device,
                                project,
                                name);
        new TreeMap<>(keys)
                .forEach((key, value) ->
                        batch.one(
                                "INSERT INTO profiles_devices_config (profile_device_id, key, value)"
                                        + DEVICE_BY_NAME,
                                key,
                                value,
                                project,
                                name,
                                device));
        return batch.build();
    }
}
