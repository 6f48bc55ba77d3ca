package dev.pileus.model.connections;

import dev.pileus.api.Server;
import dev.pileus.client.Endpoint;
import dev.pileus.client.ServerApi;
import dev.pileus.client.ServerClient;
import dev.pileus.model.store.ClientSource;
import dev.pileus.model.store.Intervals;
import dev.pileus.model.store.LiveCluster;
import java.time.InstantSource;
import java.util.LinkedHashSet;
import java.util.List;

/// An open connection to a server that trusts us.
public final class ClusterConnection implements AutoCloseable {
    private final SavedConnection connection;
    private final ServerClient client;
    private final Server server;

    ClusterConnection(SavedConnection connection, ServerClient client, Server server) {
        this.connection = connection;
        this.client = client;
        this.server = server;
    }

    /// As it was opened.
    public SavedConnection connection() {
        return connection;
    }

    /// What the server said of itself when it was opened.
    public Server server() {
        return server;
    }

    public ServerApi api() {
        return client;
    }

    /// Begins to read the cluster. Close the result before this connection.
    public LiveCluster live(Intervals intervals, InstantSource time) {
        return LiveCluster.open(new ClientSource(client), intervals, time);
    }

    /// The connection with the addresses of all members learned meanwhile, worth saving: the next
    /// start then succeeds though the first address is dead.
    public SavedConnection withLearnedAddresses() {
        var endpoints = new LinkedHashSet<Endpoint>(connection.endpoints());
        endpoints.addAll(client.endpoints());
        return new SavedConnection(
                connection.name(),
                List.copyOf(endpoints),
                connection.pin(),
                connection.identity(),
                connection.project());
    }

    /// Ends all requests and streams.
    @Override
    public void close() {
        client.close();
    }
}
