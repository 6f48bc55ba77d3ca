package dev.pileus.domain.projects;

import dev.pileus.database.Batch;
import dev.pileus.database.Reader;
import dev.pileus.database.Row;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// The projects' SQL.
final class ProjectsRepository {
    private ProjectsRepository() {}

    /// By name.
    static List<StoredProject> all(Reader reader) {
        var configs = new HashMap<Long, Map<String, String>>();
        reader.select("SELECT project_id, key, value FROM projects_config")
                .forEach(row ->
                        configs.computeIfAbsent(row.number("project_id"), id -> new TreeMap<>())
                                .put(row.text("key"), row.text("value")));
        return reader.select("SELECT id, name, description, revision FROM projects ORDER BY name")
                .list(row -> project(row, configs.getOrDefault(row.number("id"), Map.of())));
    }

    static Optional<StoredProject> find(Reader reader, String name) {
        return reader.select(
                        "SELECT id, name, description, revision FROM projects WHERE name = ?", name)
                .first()
                .map(row -> project(row, config(reader, row.number("id"))));
    }

    static boolean isGroup(Reader reader, String group) {
        return !reader.select("SELECT id FROM cluster_groups WHERE name = ?", group).isEmpty();
    }

    static Batch insert(String name, String description, Map<String, String> config) {
        return Batch.builder()
                .run("INSERT INTO projects (name, description) VALUES (?, ?)", name, description)
                .add(config(name, config))
                .build();
    }

    static Batch update(StoredProject project, String description, Map<String, String> config) {
        return Batch.builder()
                .one(
                        "UPDATE projects SET description = ?, revision = revision + 1 WHERE id = ? AND revision = ?",
                        description,
                        project.id(),
                        project.revision())
                .run("DELETE FROM projects_config WHERE project_id = ?", project.id())
                .add(config(project.name(), config))
                .build();
    }

    static Batch replace(StoredProject project, String key, String value) {
        return Batch.builder()
                .one(
                        "UPDATE projects SET revision = revision + 1 WHERE id = ? AND revision = ?",
                        project.id(),
                        project.revision())
                .one(
                        "UPDATE projects_config SET value = ? WHERE project_id = ? AND key = ?",
                        value,
                        project.id(),
                        key)
                .build();
    }

    static Batch rename(StoredProject project, String name) {
        return Batch.builder()
                .one(
                        "UPDATE projects SET name = ?, revision = revision + 1 WHERE id = ? AND revision = ?",
                        name,
                        project.id(),
                        project.revision())
                .build();
    }

    static Batch delete(StoredProject project) {
        return Batch.builder()
                .one(
                        "DELETE FROM projects WHERE id = ? AND revision = ?",
                        project.id(),
                        project.revision())
                .build();
    }

    private static Batch config(String name, Map<String, String> config) {
        var batch = Batch.builder();
        new TreeMap<>(config)
                .forEach((key, value) ->
                        batch.one(
                                """
                                INSERT INTO projects_config (project_id, key, value)
                                SELECT id, ?, ? FROM projects WHERE name = ?\
                                """,
                                key,
                                value,
                                name));
        return batch.build();
    }

    private static Map<String, String> config(Reader reader, long id) {
        var config = new TreeMap<String, String>();
        reader.select("SELECT key, value FROM projects_config WHERE project_id = ?", id)
                .forEach(row -> config.put(row.text("key"), row.text("value")));
        return config;
    }

    private static StoredProject project(Row row, Map<String, String> config) {
        return new StoredProject(
                row.number("id"),
                row.text("name"),
                row.text("description"),
                config,
                row.number("revision"));
    }
}
