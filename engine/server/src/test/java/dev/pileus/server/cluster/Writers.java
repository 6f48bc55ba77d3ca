package dev.pileus.server.cluster;

import dev.pileus.client.ClientException;
import dev.pileus.client.ClientSettings;
import dev.pileus.client.Endpoint;
import dev.pileus.client.ServerClient;
import dev.pileus.client.Timeouts;
import dev.pileus.testkit.PeerMember;
import dev.pileus.testkit.PileusCluster;
import dev.pileus.trust.ServerTrust;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;

/// A stream of writes from several clients: each creates one cluster group after the other, on
/// whichever member answers, and never tries one twice.
final class Writers implements AutoCloseable {
    private final Set<String> acknowledged = ConcurrentHashMap.newKeySet();
    private final Set<String> tried = ConcurrentHashMap.newKeySet();
    private final AtomicBoolean ended = new AtomicBoolean();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    static Writers start(PileusCluster cluster, int clients) {
        var writers = new Writers();
        IntStream.range(0, clients)
                .forEach(client -> writers.threads.execute(() -> writers.run(cluster, client)));
        return writers;
    }

    /// Names whose creation a member has confirmed.
    Set<String> acknowledged() {
        return Set.copyOf(acknowledged);
    }

    /// Names that were sent at all.
    Set<String> tried() {
        return Set.copyOf(tried);
    }

    /// Ends the stream and waits for the requests under way.
    @Override
    public void close() {
        ended.set(true);
        threads.close();
    }

    private void run(PileusCluster cluster, int client) {
        var sockets = cluster.members().stream().map(PeerMember::socket).toList();
        var first = client % sockets.size();
        var order =
                IntStream.range(0, sockets.size())
                        .<Endpoint>mapToObj(
                                i -> new Endpoint.Unix(sockets.get((first + i) % sockets.size())))
                        .toList();
        try (var connection = ServerClient.open(settings(order))) {
            for (var i = 0; !ended.get(); i++) {
                write(connection, "w%d-%d".formatted(client, i));
            }
        }
    }

    private void write(ServerClient connection, String name) {
        tried.add(name);
        try {
            connection.groups().create(name, "", List.of());
            acknowledged.add(name);
        } catch (ClientException unknown) {
            // a member died under it: the write may be there or not, and is not repeated
            return;
        }
    }

    private static ClientSettings settings(List<Endpoint> endpoints) {
        return new ClientSettings(endpoints, ServerTrust.nobody(), null, Timeouts.DEFAULT);
    }
}
