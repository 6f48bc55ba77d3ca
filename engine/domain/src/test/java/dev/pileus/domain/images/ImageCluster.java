package dev.pileus.domain.images;

import dev.pileus.api.ApiException;
import dev.pileus.api.Operation;
import dev.pileus.database.Batch;
import dev.pileus.database.Database;
import dev.pileus.database.Decision;
import dev.pileus.domain.Clock;
import dev.pileus.domain.TestDatabase;
import dev.pileus.domain.ThisMember;
import dev.pileus.domain.config.Settings;
import dev.pileus.domain.members.Member;
import dev.pileus.domain.members.MembersReader;
import dev.pileus.domain.operations.OperationsService;
import dev.pileus.domain.operations.Tokens;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;

/// Members that share a database and carry images to each other.
final class ImageCluster implements AutoCloseable {
    final Database database;
    final Clock clock = new Clock();
    final Set<String> offline = new HashSet<>();
    final Map<String, One> members = new TreeMap<>();
    private final Path folder;

    /// One member's services.
    final class One {
        final FolderOfImages files;
        final ImageCopies copies;
        final ImagesService images;
        final ImageIntake intake;
        final OperationsService operations;

        private One(ThisMember here) {
            files = new FolderOfImages(folder.resolve("images-" + here.name()));
            var events = TestDatabase.silence();
            var tokens = new Tokens(here, events, clock, UUID::randomUUID);
            operations =
                    new OperationsService(database, here, events, clock, UUID::randomUUID, tokens);
            copies =
                    new ImageCopies(database, here, files, new Wires(here), new Settings(database));
            images = new ImagesService(database, files, copies, operations, events, clock);
            intake = new ImageIntake(database, here, files, copies, operations, events, clock);
        }

        /// Imports a text, to the end.
        Operation bring(String text, ImageWish wish) {
            return bring("default", text, wish);
        }

        Operation bring(String project, String text, ImageWish wish) {
            return end(intake.begin(project, files.parcel(text), wish));
        }

        Operation end(Operation operation) {
            return operations.await(operation.id(), Duration.ofSeconds(10));
        }
    }

    /// What carries images between the members.
    private final class Wires implements ImageMembers {
        private final ThisMember here;

        Wires(ThisMember here) {
            this.here = here;
        }

        @Override
        public List<Member> online() {
            return database.read(MembersReader::all).stream()
                    .filter(member -> member.id() != here.id())
                    .filter(member -> !offline.contains(member.name()))
                    .toList();
        }

        @Override
        public Parcel take(Member from, String fingerprint, Parcel into) {
            var there = other(from).files;
            if (!there.has(fingerprint)) {
                throw new ApiException(404, "Image not found");
            }
            try {
                Files.copy(there.files(fingerprint).getFirst().path(), into.metadata());
                return into;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public void haveFetched(Member who, String fingerprint) {
            other(who).copies.demandHere(fingerprint);
        }

        @Override
        public void haveForgotten(Member who, String fingerprint) {
            other(who).copies.forget(fingerprint);
        }

        private One other(Member member) {
            if (offline.contains(member.name())) {
                throw new ApiException(500, member.name() + " is away");
            }
            return one(member.name());
        }
    }

    ImageCluster(Path folder, String... names) {
        this.folder = folder;
        database = TestDatabase.cluster(folder, names);
        for (var i = 0; i < names.length; i++) {
            members.put(names[i], new One(TestDatabase.member(i + 1, names[i])));
        }
    }

    One one(String name) {
        return Objects.requireNonNull(members.get(name));
    }

    /// Somebody new.
    void join(long id, String name) {
        database.decide(reader ->
                new Decision<>(
                        Batch.builder()
                                .one(
                                        "INSERT INTO nodes (id, name, address) VALUES (?, ?, ?)",
                                        id,
                                        name,
                                        "127.0.0.1:" + (9000 + id))
                                .build(),
                        name));
        members.put(name, new One(TestDatabase.member(id, name)));
    }

    void configure(String key, String value) {
        database.decide(reader ->
                new Decision<>(
                        Batch.builder()
                                .run("DELETE FROM config WHERE key = ?", key)
                                .one("INSERT INTO config (key, value) VALUES (?, ?)", key, value)
                                .build(),
                        key));
    }

    /// The members whose folders have an image.
    List<String> holders(String fingerprint) {
        return members.entrySet().stream()
                .filter(entry -> entry.getValue().files.has(fingerprint))
                .map(Map.Entry::getKey)
                .toList();
    }

    /// The members that have it as the database says.
    List<String> noted(String fingerprint) {
        return database.read(reader ->
                reader.select(
                                """
                                SELECT DISTINCT n.name FROM images i
                                JOIN images_nodes o ON o.image_id = i.id
                                JOIN nodes n ON n.id = o.node_id
                                WHERE i.fingerprint = ? ORDER BY n.name\
                                """,
                                fingerprint)
                        .list(row -> row.text("name")));
    }

    @Override
    public void close() {
        members.values().forEach(one -> one.operations.close());
        database.close();
    }
}
