package dev.pileus.bench;

import dev.pileus.client.Accepted;
import dev.pileus.client.ClientSettings;
import dev.pileus.client.OperationOutcome;
import dev.pileus.client.ServerClient;
import dev.pileus.client.Timeouts;
import dev.pileus.testkit.PeerMember;
import dev.pileus.testkit.RealCluster;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntConsumer;

/// A running cluster of a product, driven over the socket of its first member as any client does
/// it.
final class Contender implements AutoCloseable {
    /// Two commands at a time: as many as a small machine has cores.
    private static final int HANDS = 2;

    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private final Product product;
    private final RealCluster cluster;
    private final ServerClient client;
    private final String version;

    private Contender(Product product, RealCluster cluster) {
        this.product = product;
        this.cluster = cluster;
        var socket = cluster.socket(cluster.members().getFirst().name());
        this.client =
                ServerClient.open(
                        ClientSettings.unix(socket).with(Timeouts.DEFAULT.patient(PATIENCE)));
        this.version = client.server().get().environment().serverVersion();
    }

    /// Forms its cluster.
    ///
    /// @throws IllegalStateException when it cannot run here, saying why
    static Contender start(Product product) {
        return new Contender(product, product.cluster());
    }

    Product product() {
        return product;
    }

    String title() {
        return "%s %s".formatted(product.title(), version);
    }

    ServerClient client() {
        return client;
    }

    int size() {
        return cluster.members().size();
    }

    /// The member that is evacuated: not the one that is asked.
    String victim() {
        return cluster.members().getLast().name();
    }

    /// Containers on the victim.
    void launch(int count) {
        all(count, number -> cluster.launch(runner(number), victim()));
    }

    /// Takes them away.
    void remove(int count) {
        all(count, number -> cluster.client("delete", "-f", runner(number)));
    }

    /// Instances without anything in them, in turn on each member.
    void define(int count) {
        var members = cluster.members().stream().map(PeerMember::name).toList();
        all(
                count,
                number -> {
                    var name = "idle-%05d".formatted(number);
                    var member = members.get(number % members.size());
                    cluster.client("init", "--empty", name, "--target", member, "-q");
                });
    }

    /// Waits until the server has done what it has accepted.
    ///
    /// @throws IllegalStateException when it fails
    void finish(Accepted accepted) {
        if (accepted instanceof Accepted.Running running
                && !(client.operations().await(running.operation(), PATIENCE)
                        instanceof OperationOutcome.Succeeded)) {
            throw new IllegalStateException(
                    "%s: %s failed".formatted(title(), running.operation()));
        }
    }

    private static String runner(int number) {
        return "run-%02d".formatted(number);
    }

    private static void all(int count, IntConsumer deed) {
        try (var hands = Executors.newFixedThreadPool(HANDS)) {
            List<Future<?>> deeds = new ArrayList<>();
            for (int i = 1; i <= count; i++) {
                var number = i;
                deeds.add(hands.submit(() -> deed.accept(number)));
            }
            for (var each : deeds) {
                each.get();
            }
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    @Override
    public void close() {
        client.close();
        cluster.close();
    }
}
