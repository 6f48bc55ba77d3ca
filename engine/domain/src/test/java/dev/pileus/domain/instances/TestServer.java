package dev.pileus.domain.instances;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pileus.api.InstanceSource;
import dev.pileus.api.InstanceStateChange;
import dev.pileus.api.NewInstance;
import dev.pileus.api.Operation;
import dev.pileus.database.Batch;
import dev.pileus.database.LocalDatabase;
import dev.pileus.database.Reader;
import dev.pileus.domain.Clock;
import dev.pileus.domain.TestDatabase;
import dev.pileus.domain.ThisMember;
import dev.pileus.domain.config.Settings;
import dev.pileus.domain.events.EventHub;
import dev.pileus.domain.members.Architecture;
import dev.pileus.domain.members.ConfiguredCluster;
import dev.pileus.domain.members.Liveness;
import dev.pileus.domain.members.MembersService;
import dev.pileus.domain.operations.OperationsService;
import dev.pileus.domain.operations.Progress;
import dev.pileus.domain.operations.Tokens;
import dev.pileus.domain.placement.PlacementService;
import dev.pileus.domain.profiles.Devices;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;

/// Instances on one member, with a pool `local`, an image `busybox` and containers that only
/// pretend.
final class TestServer implements AutoCloseable {
    static final Map<String, Map<String, String>> ROOT =
            Map.of("root", Map.of("type", "disk", "path", "/", "pool", "local"));
    private static final Duration LONG = Duration.ofSeconds(20);

    final Clock clock = new Clock();
    final FakeContainers containers = new FakeContainers();
    final FakeDevices devices = new FakeDevices();

    /// When templates were to be written, for whom.
    final List<String> occasions = new CopyOnWriteArrayList<>();

    final LocalDatabase database;
    final ThisMember here;
    final OperationsService operations;
    final InstanceLists lists;
    final InstancesService instances;
    final PowerService power;
    final SnapshotsService snapshots;
    final CreationService creation;
    final InstanceKeeper keeper;
    final Path pool;

    private TestServer(Path folder, LocalDatabase database, ThisMember here) {
        this.database = database;
        this.here = here;
        pool = folder.resolve("pool");
        database.write(
                Batch.builder()
                        .run(
                                "INSERT INTO storage_pools (id, name, driver, state) VALUES (1, 'local', 'dir', 1)")
                        .run(
                                "INSERT INTO storage_pools_nodes (storage_pool_id, node_id, state) SELECT 1, id, 1 FROM nodes")
                        .build());
        var events = new EventHub(here, clock);
        var tokens = new Tokens(here, events, clock, UUID::randomUUID);
        operations = new OperationsService(database, here, events, clock, UUID::randomUUID, tokens);
        var work = new InstanceWork();
        var volumes = new Volumes(name -> pool);
        var folders = new PlainFolders();
        var removal = new Removal(database, containers, volumes, folders, events, work);
        var disks = new Disks(database, volumes, Files::exists);
        var checks = new DeviceChecks(new Devices((reader, project, network) -> false), disks);
        var launches =
                new Launches(
                        volumes, disks, (project, network) -> Optional.empty(), () -> 1L << 30);
        var powerSwitch =
                new PowerSwitch(
                        database,
                        containers,
                        launches,
                        devices,
                        volumes,
                        (volume, instance, occasion) ->
                                occasions.add(instance.name() + " " + occasion),
                        events,
                        clock,
                        new Random(1));
        lists =
                new InstanceLists(
                        database, here, containers, (member, detailed) -> Optional.empty());
        instances =
                new InstancesService(
                        database,
                        here,
                        operations,
                        events,
                        work,
                        powerSwitch,
                        checks,
                        volumes,
                        folders,
                        containers,
                        removal);
        power = new PowerService(database, operations, events, work, powerSwitch, removal);
        snapshots =
                new SnapshotsService(
                        database,
                        operations,
                        events,
                        work,
                        powerSwitch,
                        volumes,
                        folders,
                        containers,
                        clock);
        creation =
                new CreationService(
                        database,
                        here,
                        new PlacementService(members(database, events), Instances::counts),
                        new Drafts(
                                new OneImage(),
                                Architecture.X86_64,
                                UUID::randomUUID,
                                new Random(1)),
                        checks,
                        new Contents(database, new OneImage(), volumes, folders),
                        operations,
                        power,
                        work,
                        removal,
                        events,
                        clock);
        keeper =
                new InstanceKeeper(
                        database, here, containers, work, powerSwitch, removal, snapshots);
    }

    static TestServer standalone(Path folder) {
        return new TestServer(folder, TestDatabase.standalone(folder), ThisMember.standalone());
    }

    /// The first of the members named.
    static TestServer first(Path folder, String... members) {
        var database = TestDatabase.cluster(folder, members);
        return new TestServer(folder, database, TestDatabase.member(1, members[0]));
    }

    private MembersService members(LocalDatabase open, EventHub events) {
        return new MembersService(
                open,
                () -> {
                    throw new IllegalStateException("Nobody asks for roles");
                },
                new Liveness(clock),
                new ConfiguredCluster(new Settings(open)),
                List.of(),
                events);
    }

    /// Made from the image.
    static NewInstance wanted(String name, Map<String, String> config) {
        return new NewInstance(
                name, "", "", image("busybox"), config, ROOT, null, false, false, "", false);
    }

    static InstanceSource image(String alias) {
        return new InstanceSource(
                "image", alias, "", Map.of(), "", "", "", "", false, false, false, false);
    }

    static InstanceSource copyOf(String source) {
        return new InstanceSource(
                "copy", "", "", Map.of(), "", "", source, "", false, false, false, false);
    }

    static NewInstance copy(String name, String source) {
        return new NewInstance(
                name, "", "", copyOf(source), Map.of(), Map.of(), null, false, false, "", false);
    }

    StoredInstance create(String name, Map<String, String> config) {
        return create(wanted(name, config));
    }

    StoredInstance create(NewInstance wanted) {
        var placed = creation.place("default", wanted, "");
        assertThat(end(creation.build(placed, wanted, new NoWay())).err()).isEmpty();
        return instances.find("default", placed.instance().name());
    }

    /// Asks for a change, and tells why it failed.
    String change(StoredInstance instance, String action, boolean force) {
        return end(power.change(instance, new InstanceStateChange(action, 1, force, false))).err();
    }

    Operation end(Operation operation) {
        var ended = operations.await(operation.id(), LONG);
        assertThat(ended.isFinished()).isTrue();
        return ended;
    }

    StoredInstance again(StoredInstance instance) {
        return instances.find(instance.project(), instance.name());
    }

    Path rootfs(String handle) {
        return pool.resolve("containers").resolve(handle).resolve("rootfs");
    }

    @Override
    public void close() {
        operations.close();
        database.close();
    }

    /// Everything stays here.
    private static final class NoWay implements Onward {
        @Override
        public void take(StoredInstance instance, String member, Progress progress) {
            throw new IllegalStateException("There are no others");
        }

        @Override
        public void start(StoredInstance instance, String member) {
            throw new IllegalStateException("There are no others");
        }
    }

    /// An image with one file in it.
    private static final class OneImage implements ImageSource {
        @Override
        public Optional<BaseImage> find(Reader reader, String project, InstanceSource wanted) {
            return wanted.alias().equals("busybox")
                    ? Optional.of(
                            new BaseImage(
                                    "abc",
                                    "x86_64",
                                    "container",
                                    Map.of("os", "busybox"),
                                    List.of()))
                    : Optional.empty();
        }

        @Override
        public void unpack(String project, BaseImage image, Path folder, Progress progress) {
            try {
                Files.createDirectories(folder.resolve("rootfs"));
                Files.writeString(folder.resolve("rootfs/note"), "from the image");
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
