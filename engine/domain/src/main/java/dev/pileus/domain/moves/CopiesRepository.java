package dev.pileus.domain.moves;

import dev.pileus.database.Batch;
import dev.pileus.database.Reader;
import dev.pileus.database.Row;
import java.util.List;
import java.util.Optional;

/// The table `instances_copies`.
final class CopiesRepository {
    private static final String COPIES = "SELECT c.* FROM instances_copies c ";

    private CopiesRepository() {}

    static Optional<Copy> find(Reader reader, String attempt, long member) {
        return reader
                .select(COPIES + "WHERE c.attempt = ? AND c.node_id = ?", attempt, member)
                .list(CopiesRepository::copy)
                .stream()
                .findFirst();
    }

    static List<Copy> on(Reader reader, long member) {
        return reader.select(COPIES + "WHERE c.node_id = ? ORDER BY c.id", member)
                .list(CopiesRepository::copy);
    }

    /// What moves from a member bring to others.
    static List<Copy> sentBy(Reader reader, long member) {
        return reader.select(
                        COPIES
                                + "JOIN instances i ON i.id = c.instance_id"
                                + " WHERE i.node_id = ? AND c.arriving = 1 ORDER BY c.id",
                        member)
                .list(CopiesRepository::copy);
    }

    private static Copy copy(Row row) {
        return new Copy(
                row.number("instance_id"),
                row.number("node_id"),
                row.text("attempt"),
                row.text("pool"),
                row.text("handle"),
                row.flag("arriving"));
    }

    /// A new one, in the place of any earlier one.
    static Batch insert(Copy copy) {
        return Batch.builder()
                .run(
                        "DELETE FROM instances_copies WHERE instance_id = ? AND node_id = ?",
                        copy.instance(),
                        copy.member())
                .one(
                        """
                        INSERT INTO instances_copies
                            (instance_id, node_id, attempt, pool, handle, arriving)
                        VALUES (?, ?, ?, ?, ?, ?)\
                        """,
                        copy.instance(),
                        copy.member(),
                        copy.attempt(),
                        copy.pool(),
                        copy.handle(),
                        copy.arriving())
                .build();
    }

    /// It is the instance from now on; nothing happens unless it is still expected.
    static Batch accept(Copy copy) {
        return Batch.builder()
                .one(
                        "DELETE FROM instances_copies WHERE attempt = ? AND node_id = ? AND arriving = 1",
                        copy.attempt(),
                        copy.member())
                .build();
    }

    /// It will never be the instance.
    static Batch condemn(Copy copy) {
        return Batch.builder()
                .run(
                        "UPDATE instances_copies SET arriving = 0 WHERE attempt = ? AND node_id = ?",
                        copy.attempt(),
                        copy.member())
                .build();
    }

    /// Its files are gone.
    static Batch forget(Copy copy) {
        return Batch.builder()
                .run(
                        "DELETE FROM instances_copies WHERE attempt = ? AND node_id = ? AND arriving = 0",
                        copy.attempt(),
                        copy.member())
                .build();
    }
}
