package dev.pileus.domain.operations;

import dev.pileus.api.Json;
import dev.pileus.database.Batch;
import dev.pileus.database.Reader;
import dev.pileus.database.Row;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.JsonNode;

/// The operations' SQL.
final class OperationsRepository {
    private static final TypeReference<Map<String, List<String>>> RESOURCES =
            new TypeReference<>() {};
    private static final TypeReference<Map<String, JsonNode>> METADATA = new TypeReference<>() {};

    private static final String TOKENS =
            """
            SELECT o.uuid, o.type, o.created_at, o.resources, o.metadata, n.name AS member
            FROM operations o JOIN nodes n ON n.id = o.node_id
            WHERE o.class = 3 ORDER BY o.id\
            """;

    private static final String TASKS =
            """
            SELECT o.uuid, o.class, o.type, o.created_at, o.resources, n.name AS member,
                   coalesce(p.name, '') AS project
            FROM operations o JOIN nodes n ON n.id = o.node_id
            LEFT JOIN projects p ON p.id = o.project_id
            WHERE o.class <> 3 ORDER BY o.id\
            """;

    private OperationsRepository() {}

    static Batch note(long member, String uuid, Task task, Instant createdAt) {
        return Batch.builder()
                .one(
                        """
                        INSERT INTO operations (uuid, node_id, project_id, class, type, created_at, resources)
                        VALUES (?, ?, (SELECT id FROM projects WHERE name = ?), ?, ?, ?, ?)\
                        """,
                        uuid,
                        member,
                        task.project().isEmpty() ? null : task.project(),
                        task.kind().number(),
                        task.description(),
                        createdAt.toString(),
                        Json.mapper().writeValueAsString(task.resources()))
                .build();
    }

    static Batch note(long member, Token token) {
        return Batch.builder()
                .one(
                        """
                        INSERT INTO operations (uuid, node_id, class, type, created_at, resources, metadata)
                        VALUES (?, ?, 3, ?, ?, ?, ?)\
                        """,
                        token.id(),
                        member,
                        token.description(),
                        token.createdAt().toString(),
                        Json.mapper().writeValueAsString(token.resources()),
                        Json.mapper().writeValueAsString(token.metadata()))
                .build();
    }

    /// Whether or not it is still there.
    static Batch forget(String uuid) {
        return Batch.builder().run("DELETE FROM operations WHERE uuid = ?", uuid).build();
    }

    /// Fails to touch its row when somebody else was faster.
    static Batch use(String uuid) {
        return Batch.builder()
                .one("DELETE FROM operations WHERE uuid = ? AND class = 3", uuid)
                .build();
    }

    /// Fails to touch its row when it has ended meanwhile.
    static Batch update(Token token) {
        return Batch.builder()
                .one(
                        "UPDATE operations SET metadata = ? WHERE uuid = ? AND class = 3",
                        Json.mapper().writeValueAsString(token.metadata()),
                        token.id())
                .build();
    }

    /// What an earlier daemon of this member was busy with.
    static Batch forgetTasks(long member) {
        return Batch.builder()
                .run("DELETE FROM operations WHERE node_id = ? AND class <> 3", member)
                .build();
    }

    static List<Token> tokens(Reader reader) {
        return reader.select(TOKENS).list(OperationsRepository::token);
    }

    /// What members work on, or have just done.
    static List<NotedTask> tasks(Reader reader) {
        return reader.select(TASKS)
                .list(row ->
                        new NotedTask(
                                row.text("uuid"),
                                row.text("member"),
                                row.text("project"),
                                row.number("class") == OperationClass.WEBSOCKET.number()
                                        ? OperationClass.WEBSOCKET
                                        : OperationClass.TASK,
                                row.text("type"),
                                Instant.parse(row.text("created_at")),
                                Json.mapper().readValue(row.text("resources"), RESOURCES)));
    }

    /// The member that works on it.
    static Optional<String> member(Reader reader, String uuid) {
        return reader.select(
                        """
                        SELECT n.name FROM operations o JOIN nodes n ON n.id = o.node_id
                        WHERE o.uuid = ?\
                        """,
                        uuid)
                .first()
                .map(row -> row.text("name"));
    }

    /// Members that work on something.
    static List<String> busyMembers(Reader reader) {
        return reader.select(
                        """
                        SELECT DISTINCT n.name FROM operations o JOIN nodes n ON n.id = o.node_id
                        WHERE o.class <> 3 ORDER BY n.id\
                        """)
                .list(row -> row.text("name"));
    }

    private static Token token(Row row) {
        return new Token(
                row.text("uuid"),
                row.text("type"),
                Instant.parse(row.text("created_at")),
                row.text("member"),
                Json.mapper().readValue(row.text("resources"), RESOURCES),
                Json.mapper().readValue(row.text("metadata"), METADATA));
    }
}
