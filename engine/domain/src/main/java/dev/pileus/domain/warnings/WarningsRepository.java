package dev.pileus.domain.warnings;

import dev.pileus.api.Warning;
import dev.pileus.database.Batch;
import dev.pileus.database.Reader;
import dev.pileus.database.Row;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// The warnings' SQL.
final class WarningsRepository {
    private static final String SELECT =
            """
            SELECT w.*, n.name AS member, p.name AS project
            FROM warnings w
            LEFT JOIN nodes n ON n.id = w.node_id
            LEFT JOIN projects p ON p.id = w.project_id
            """;
    private static final String SUBJECT =
            "w.type = ? AND coalesce(w.node_id, 0) = ? AND w.entity_url = ?";

    private WarningsRepository() {}

    static List<Stored> all(Reader reader) {
        return reader.select(SELECT + "ORDER BY w.uuid").list(WarningsRepository::stored);
    }

    static Optional<Stored> find(Reader reader, String uuid) {
        return reader.select(SELECT + "WHERE w.uuid = ?", uuid)
                .first()
                .map(WarningsRepository::stored);
    }

    static Optional<Stored> find(Reader reader, Subject subject) {
        return reader.select(
                        SELECT + "WHERE " + SUBJECT,
                        subject.type().title(),
                        subject.member() == null ? 0L : subject.member(),
                        subject.entityUrl())
                .first()
                .map(WarningsRepository::stored);
    }

    static Batch insert(String uuid, Subject subject, String message, Instant now) {
        return Batch.builder()
                .one(
                        """
                        INSERT INTO warnings (uuid, node_id, entity_url, type, status, count,
                            first_seen_date, last_seen_date, updated_date, last_message)
                        VALUES (?, ?, ?, ?, ?, 1, ?, ?, ?, ?)\
                        """,
                        uuid,
                        subject.member(),
                        subject.entityUrl(),
                        subject.type().title(),
                        Status.NEW.number(),
                        now.toString(),
                        now.toString(),
                        now.toString(),
                        message)
                .build();
    }

    static Batch seenAgain(Stored warning, Status status, String message, Instant now) {
        return Batch.builder()
                .one(
                        """
                        UPDATE warnings SET count = ?, status = ?, last_seen_date = ?, updated_date = ?, last_message = ?
                        WHERE uuid = ? AND count = ? AND status = ?\
                        """,
                        warning.shown().count() + 1,
                        status.number(),
                        now.toString(),
                        now.toString(),
                        message,
                        warning.shown().uuid(),
                        warning.shown().count(),
                        warning.status().number())
                .build();
    }

    static Batch status(Stored warning, Status status, Instant now) {
        return Batch.builder()
                .one(
                        "UPDATE warnings SET status = ?, updated_date = ? WHERE uuid = ? AND status = ?",
                        status.number(),
                        now.toString(),
                        warning.shown().uuid(),
                        warning.status().number())
                .build();
    }

    static Batch delete(List<String> uuids) {
        var batch = Batch.builder();
        uuids.forEach(uuid -> batch.one("DELETE FROM warnings WHERE uuid = ?", uuid));
        return batch.build();
    }

    private static Stored stored(Row row) {
        var status = Status.of(row.number("status"));
        var type = row.text("type");
        var shown =
                new Warning(
                        row.text("uuid"),
                        type,
                        status.word(),
                        WarningType.of(type)
                                .map(WarningType::severity)
                                .orElse(WarningType.Severity.LOW)
                                .word(),
                        row.optionalText("member").orElse(""),
                        row.optionalText("project").orElse(""),
                        row.text("entity_url"),
                        Math.toIntExact(row.number("count")),
                        Instant.parse(row.text("first_seen_date")),
                        Instant.parse(row.text("last_seen_date")),
                        row.text("last_message"));
        return new Stored(shown, status, Instant.parse(row.text("updated_date")));
    }

    /// A warning as it is in the database.
    record Stored(Warning shown, Status status, Instant updated) {}
}
