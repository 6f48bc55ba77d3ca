package dev.pileus.cli.sandbox;

import dev.pileus.api.ImageAlias;
import dev.pileus.api.Instance;
import dev.pileus.api.InstanceSource;
import dev.pileus.api.InstanceStateChange;
import dev.pileus.api.NewInstance;
import dev.pileus.api.NewStoragePool;
import dev.pileus.api.Operation;
import dev.pileus.api.ProfilePatch;
import dev.pileus.cli.CommandException;
import dev.pileus.client.Accepted;
import dev.pileus.client.ClientException;
import dev.pileus.client.OperationOutcome;
import dev.pileus.client.ServerClient;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/// Instances to look at, so that the first map is alive. What is there already stays.
final class SandboxInstances {
    private static final String PROJECT = "default";
    private static final String POOL = "default";
    private static final String IMAGE = "demo";
    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final List<String> KINDS = List.of("web", "db", "cache", "queue", "build");

    private final ServerClient cluster;
    private final Consumer<String> progress;

    SandboxInstances(ServerClient cluster, Consumer<String> progress) {
        this.cluster = cluster;
        this.progress = progress;
    }

    /// `web-1`, `db-1`, …, `web-2`, …
    static List<String> names(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> KINDS.get(i % KINDS.size()) + "-" + (i / KINDS.size() + 1))
                .toList();
    }

    /// Makes what is missing of so many, and starts what does not run.
    void ensure(int count) {
        if (count == 0) {
            return;
        }
        try {
            demandPool();
            demandImage();
            var there = cluster.instances().list();
            for (var name : names(count)) {
                if (find(there, name).isEmpty()) {
                    progress.accept("Making " + name + " ...");
                    finish(cluster.instances().create(PROJECT, wanted(name), ""), name);
                }
                if (find(there, name).filter(Instance::isRunning).isEmpty()) {
                    finish(cluster.instances().change(PROJECT, name, start()), name);
                }
            }
        } catch (ClientException e) {
            throw new CommandException("no instances: " + e.getMessage(), e);
        }
    }

    private static Optional<Instance> find(List<Instance> there, String name) {
        return there.stream().filter(one -> one.name().equals(name)).findFirst();
    }

    /// A cluster that its owner has furnished stays as it is.
    private void demandPool() {
        if (!cluster.storagePools().list().isEmpty()) {
            return;
        }
        var pool = new NewStoragePool(POOL, "dir", "", Map.of());
        for (var member : cluster.members().list()) {
            cluster.storagePools().define(member.serverName(), pool);
        }
        cluster.storagePools().create(pool);
        var root = Map.of("type", "disk", "path", "/", "pool", POOL);
        cluster.profiles()
                .change(PROJECT, "default", new ProfilePatch(null, null, Map.of("root", root)));
    }

    private void demandImage() {
        if (any(cluster.images().aliases(), alias -> alias.name().equals(IMAGE))) {
            return;
        }
        var architecture = cluster.server().get().environment().architectures().getFirst();
        try {
            var tarball = Files.createTempFile("pileus-demo", ".tar");
            try {
                DemoImage.ofThisComputer(architecture).write(tarball);
                var fingerprint =
                        finish(cluster.images().upload(tarball), "image").text("fingerprint");
                cluster.images().name(new ImageAlias(IMAGE, "", fingerprint, "container"));
            } finally {
                Files.delete(tarball);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot make an image", e);
        }
    }

    private static <T> boolean any(List<T> list, Predicate<T> wanted) {
        return list.stream().anyMatch(wanted);
    }

    private Operation finish(Accepted accepted, String what) {
        if (!(accepted instanceof Accepted.Running(Operation begun))) {
            throw new CommandException(what + ": the server did not say what it does");
        }
        return switch (cluster.operations().await(begun, PATIENCE)) {
            case OperationOutcome.Succeeded(var done) -> done;
            case OperationOutcome.Failed(var ended, var words) ->
                    throw new CommandException(what + ": " + words);
            case OperationOutcome.StillRunning slow ->
                    throw new CommandException(
                            what + " takes longer than " + PATIENCE.toSeconds() + " s");
            case OperationOutcome.Forgotten gone -> begun;
        };
    }

    private static NewInstance wanted(String name) {
        var image =
                new InstanceSource(
                        "image", IMAGE, "", Map.of(), "", "", "", "", false, false, false, false);
        return new NewInstance(
                name, "", "", image, Map.of(), Map.of(), null, false, false, "", false);
    }

    private static InstanceStateChange start() {
        return new InstanceStateChange("start", -1, false, false);
    }
}
