package dev.pileus.domain.images;

import dev.pileus.api.Image;
import dev.pileus.api.ImageUpdate;
import dev.pileus.database.Batch;
import dev.pileus.database.Reader;
import dev.pileus.database.Row;
import dev.pileus.database.Rows;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// The images' SQL.
final class ImagesRepository {
    private static final String IMAGES =
            """
            SELECT i.id, i.fingerprint, i.filename, i.size, i.public, i.architecture,
                   i.creation_date, i.expiry_date, i.upload_date, i.last_use_date, i.cached,
                   i.auto_update, i.revision, o.name AS project
            FROM images i JOIN projects o ON o.id = i.project_id
            ORDER BY o.name, i.id\
            """;

    private ImagesRepository() {}

    /// Of all projects, by project, in the order in which they came.
    static List<StoredImage> all(Reader reader) {
        var belongings = new Belongings(reader);
        return reader.select(IMAGES).list(belongings::image);
    }

    /// What hangs on images, read once for all of them.
    private static final class Belongings {
        private final Map<Long, Map<String, String>> properties = new HashMap<>();
        private final Map<Long, List<Image.Alias>> aliases = new HashMap<>();
        private final Map<Long, List<String>> profiles = new HashMap<>();
        private final Map<Long, Set<Long>> members = new HashMap<>();

        Belongings(Reader reader) {
            reader.select("SELECT image_id, key, value FROM images_properties")
                    .forEach(row ->
                            properties
                                    .computeIfAbsent(id(row), id -> new TreeMap<>())
                                    .put(row.text("key"), row.text("value")));
            reader.select("SELECT image_id, name, description FROM images_aliases ORDER BY name")
                    .forEach(row ->
                            aliases.computeIfAbsent(id(row), id -> new ArrayList<>())
                                    .add(
                                            new Image.Alias(
                                                    row.text("name"), row.text("description"))));
            profiles(reader)
                    .forEach(row ->
                            profiles.computeIfAbsent(id(row), id -> new ArrayList<>())
                                    .add(row.text("name")));
            reader.select("SELECT image_id, node_id FROM images_nodes")
                    .forEach(row ->
                            members.computeIfAbsent(id(row), id -> new HashSet<>())
                                    .add(row.number("node_id")));
        }

        private static Rows profiles(Reader reader) {
            return reader.select(
                    """
                    SELECT ip.image_id, p.name FROM images_profiles ip
                    JOIN profiles p ON p.id = ip.profile_id ORDER BY ip.id\
                    """);
        }

        private static long id(Row row) {
            return row.number("image_id");
        }

        StoredImage image(Row row) {
            var id = row.number("id");
            var image =
                    new Image(
                            row.text("fingerprint"),
                            row.number("size"),
                            row.text("filename"),
                            row.text("architecture"),
                            Image.CONTAINER,
                            row.flag("public"),
                            row.flag("auto_update"),
                            row.flag("cached"),
                            properties.getOrDefault(id, Map.of()),
                            aliases.getOrDefault(id, List.of()),
                            profiles.getOrDefault(id, List.of()),
                            moment(row.optionalText("creation_date")),
                            moment(row.optionalText("upload_date")),
                            moment(row.optionalText("last_use_date")),
                            moment(row.optionalText("expiry_date")),
                            row.text("project"));
            return new StoredImage(
                    id, image, members.getOrDefault(id, Set.of()), row.number("revision"));
        }

        private static Instant moment(Optional<String> text) {
            return text.map(Instant::parse).orElse(Image.NEVER);
        }
    }

    /// A new image, with its properties and profiles; it lies on one member.
    ///
    /// @param project row of its project
    /// @param profiles the project whose profiles it names
    static Batch insert(long project, Image image, long profiles, long member) {
        var batch =
                Batch.builder()
                        .one(
                                """
                                INSERT INTO images (project_id, fingerprint, filename, size, public, architecture,
                                    creation_date, expiry_date, upload_date, cached, auto_update)
                                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)\
                                """,
                                project,
                                image.fingerprint(),
                                image.filename(),
                                image.size(),
                                image.isPublic(),
                                image.architecture(),
                                image.createdAt().toString(),
                                text(image.expiresAt()),
                                image.uploadedAt().toString(),
                                image.cached(),
                                image.autoUpdate());
        image.properties()
                .forEach((key, value) ->
                        batch.one(
                                """
                                INSERT INTO images_properties (image_id, key, value)
                                SELECT id, ?, ? FROM images WHERE project_id = ? AND fingerprint = ?\
                                """,
                                key,
                                value,
                                project,
                                image.fingerprint()));
        image.profiles()
                .forEach(name ->
                        batch.one(
                                """
                                INSERT INTO images_profiles (image_id, profile_id)
                                SELECT i.id, p.id FROM images i JOIN profiles p ON p.project_id = ?
                                WHERE i.project_id = ? AND i.fingerprint = ? AND p.name = ?\
                                """,
                                profiles,
                                project,
                                image.fingerprint(),
                                name));
        return batch.add(arrived(image.fingerprint(), member)).build();
    }

    /// Replaces what can be changed.
    ///
    /// @param profiles the project whose profiles it names
    static Batch update(StoredImage image, ImageUpdate wanted, long profiles) {
        var batch =
                Batch.builder()
                        .one(
                                """
                                UPDATE images SET public = ?, auto_update = ?, expiry_date = ?,
                                    revision = revision + 1
                                WHERE id = ? AND revision = ?\
                                """,
                                wanted.isPublic(),
                                wanted.autoUpdate(),
                                text(wanted.expiresAt()),
                                image.id(),
                                image.revision())
                        .run("DELETE FROM images_properties WHERE image_id = ?", image.id())
                        .run("DELETE FROM images_profiles WHERE image_id = ?", image.id());
        wanted.properties()
                .forEach((key, value) ->
                        batch.one(
                                "INSERT INTO images_properties (image_id, key, value) VALUES (?, ?, ?)",
                                image.id(),
                                key,
                                value));
        wanted.profiles()
                .forEach(name ->
                        batch.one(
                                """
                                INSERT INTO images_profiles (image_id, profile_id)
                                SELECT ?, id FROM profiles WHERE project_id = ? AND name = ?\
                                """,
                                image.id(),
                                profiles,
                                name));
        return batch.build();
    }

    static Batch used(String fingerprint, Instant at) {
        return Batch.builder()
                .run(
                        "UPDATE images SET last_use_date = ? WHERE fingerprint = ?",
                        at.toString(),
                        fingerprint)
                .build();
    }

    static Batch delete(StoredImage image) {
        return Batch.builder()
                .one(
                        "DELETE FROM images WHERE id = ? AND revision = ?",
                        image.id(),
                        image.revision())
                .build();
    }

    /// A member holds the files now, for every project that has such an image.
    static Batch arrived(String fingerprint, long member) {
        return Batch.builder()
                .run(
                        """
                        INSERT OR IGNORE INTO images_nodes (image_id, node_id)
                        SELECT id, ? FROM images WHERE fingerprint = ?\
                        """,
                        member,
                        fingerprint)
                .build();
    }

    private static @Nullable String text(Instant moment) {
        return moment.equals(Image.NEVER) ? null : moment.toString();
    }
}
