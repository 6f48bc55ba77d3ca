package dev.pileus.domain.images;

import dev.pileus.api.Image;
import dev.pileus.api.ImageAlias;
import dev.pileus.database.Batch;
import dev.pileus.database.Reader;
import java.util.List;
import java.util.Optional;

/// The aliases' SQL. A project is named by its name: only an owner of images has aliases.
final class AliasesRepository {
    private static final String ALIASES =
            """
            SELECT a.id, a.name, a.description, a.revision, i.fingerprint
            FROM images_aliases a
            JOIN images i ON i.id = a.image_id
            JOIN projects o ON o.id = a.project_id
            WHERE o.name = ? ORDER BY a.name\
            """;

    private AliasesRepository() {}

    /// An alias as it is in the database.
    record Stored(long id, ImageAlias alias, long revision) {}

    /// By name.
    static List<Stored> all(Reader reader, String project) {
        return reader.select(ALIASES, project)
                .list(row ->
                        new Stored(
                                row.number("id"),
                                new ImageAlias(
                                        row.text("name"),
                                        row.text("description"),
                                        row.text("fingerprint"),
                                        Image.CONTAINER),
                                row.number("revision")));
    }

    static Optional<Stored> find(Reader reader, String project, String name) {
        return all(reader, project).stream()
                .filter(alias -> alias.alias().name().equals(name))
                .findFirst();
    }

    /// The image may be inserted by the same batch.
    static Batch insert(String project, String fingerprint, String name, String description) {
        return Batch.builder()
                .one(
                        """
                        INSERT INTO images_aliases (project_id, name, image_id, description)
                        SELECT i.project_id, ?, i.id, ?
                        FROM images i JOIN projects o ON o.id = i.project_id
                        WHERE o.name = ? AND i.fingerprint = ?\
                        """,
                        name,
                        description,
                        project,
                        fingerprint)
                .build();
    }

    static Batch update(Stored alias, StoredImage target, String description) {
        return Batch.builder()
                .one(
                        """
                        UPDATE images_aliases
                        SET image_id = ?, description = ?, revision = revision + 1
                        WHERE id = ? AND revision = ?\
                        """,
                        target.id(),
                        description,
                        alias.id(),
                        alias.revision())
                .build();
    }

    static Batch rename(Stored alias, String name) {
        return Batch.builder()
                .one(
                        """
                        UPDATE images_aliases SET name = ?, revision = revision + 1
                        WHERE id = ? AND revision = ?\
                        """,
                        name,
                        alias.id(),
                        alias.revision())
                .build();
    }

    static Batch delete(Stored alias) {
        return Batch.builder()
                .one(
                        "DELETE FROM images_aliases WHERE id = ? AND revision = ?",
                        alias.id(),
                        alias.revision())
                .build();
    }
}
