package dev.pileus.domain.volumes;

import dev.pileus.api.ApiException;
import dev.pileus.api.Operation;
import dev.pileus.database.Batch;
import dev.pileus.database.Database;
import dev.pileus.database.Decision;
import dev.pileus.domain.Clock;
import dev.pileus.domain.TestDatabase;
import dev.pileus.domain.ThisMember;
import dev.pileus.domain.instances.VolumeFolders;
import dev.pileus.domain.members.Member;
import dev.pileus.domain.members.MembersReader;
import dev.pileus.domain.operations.OperationsService;
import dev.pileus.domain.operations.Tokens;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;

/// Members that share a database, with the pools `p1` and `p2` on each.
final class VolumeCluster implements AutoCloseable {
    final Database database;
    private final Path folder;
    private final Map<String, One> members = new TreeMap<>();

    /// One member's services.
    final class One {
        final VolumesService volumes;
        final VolumeCreation creation;
        final VolumeSnapshotsService snapshots;
        final VolumePlaces places;
        private final OperationsService operations;

        private One(ThisMember here) {
            places = new VolumePlaces(pool -> folder.resolve(here.name()).resolve(pool));
            var clock = new Clock();
            var events = TestDatabase.silence();
            var tokens = new Tokens(here, events, clock, UUID::randomUUID);
            operations =
                    new OperationsService(database, here, events, clock, UUID::randomUUID, tokens);
            var folders = new PlainFolders();
            volumes = new VolumesService(database, here, places, folders, events);
            creation =
                    new VolumeCreation(
                            database,
                            here,
                            places,
                            folders,
                            new Wires(),
                            operations,
                            events,
                            clock);
            snapshots =
                    new VolumeSnapshotsService(
                            database, here, places, folders, operations, events, clock);
        }

        Operation end(Operation operation) {
            return operations.await(operation.id(), Duration.ofSeconds(10));
        }

        /// Writes something into a volume.
        void write(StoredVolume volume, String text) {
            try {
                Files.writeString(places.of(volume).resolve("f"), text);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private final class Wires implements VolumeMembers {
        @Override
        public Optional<Member> online(String name) {
            return database.read(MembersReader::all).stream()
                    .filter(member -> member.name().equals(name))
                    .findFirst();
        }

        @Override
        public void take(Member from, StoredVolume volume, String snapshot, Path to) {
            var there = one(from.name()).places;
            PlainFolders.copyFile(
                    snapshot.isEmpty() ? there.of(volume) : there.snapshot(volume, snapshot), to);
        }
    }

    /// Folders with one file in each: that is all these tests need.
    private static final class PlainFolders implements VolumeFolders {
        @Override
        public void make(Path made) {
            delete(made);
            try {
                Files.createDirectories(made);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public void copy(Path from, Path to) {
            if (!exists(from)) {
                throw new ApiException(500, "The folder '" + from + "' is missing");
            }
            make(to);
            copyFile(from, to);
        }

        static void copyFile(Path from, Path to) {
            try {
                if (Files.exists(from.resolve("f"))) {
                    Files.copy(from.resolve("f"), to.resolve("f"));
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public void move(Path from, Path to) {
            try {
                Files.createDirectories(Objects.requireNonNull(to.getParent()));
                Files.move(from, to);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public void delete(Path gone) {
            if (!exists(gone)) {
                return;
            }
            try (var paths = Files.walk(gone)) {
                for (var path : paths.toList().reversed()) {
                    Files.delete(path);
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public boolean exists(Path wanted) {
            return Files.exists(wanted);
        }
    }

    VolumeCluster(Path folder, String... names) {
        this.folder = folder;
        database = TestDatabase.cluster(folder, names);
        for (var pool : new String[] {"p1", "p2"}) {
            run("INSERT INTO storage_pools (name, driver, state) VALUES (?, 'dir', 1)", pool);
        }
        for (var i = 0; i < names.length; i++) {
            members.put(names[i], new One(TestDatabase.member(i + 1, names[i])));
        }
    }

    One one(String name) {
        return Objects.requireNonNull(members.get(name));
    }

    void run(String sql, Object... arguments) {
        database.decide(reader -> new Decision<>(Batch.builder().run(sql, arguments).build(), sql));
    }

    @Override
    public void close() {
        members.values().forEach(one -> one.operations.close());
        database.close();
    }
}
