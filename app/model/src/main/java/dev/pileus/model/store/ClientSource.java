package dev.pileus.model.store;

import dev.pileus.api.Certificate;
import dev.pileus.api.Cluster;
import dev.pileus.api.ClusterGroup;
import dev.pileus.api.ClusterMember;
import dev.pileus.api.Event;
import dev.pileus.api.Instance;
import dev.pileus.api.MemberState;
import dev.pileus.api.Operation;
import dev.pileus.api.Resources;
import dev.pileus.api.Server;
import dev.pileus.api.Warning;
import dev.pileus.client.ClientException;
import dev.pileus.client.Endpoint;
import dev.pileus.client.EventReceiver;
import dev.pileus.client.Failure;
import dev.pileus.client.ServerApi;
import dev.pileus.client.Timeouts;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/// A real server or cluster. The client finds another member when one fails, and learns where they
/// are from each list of members.
public final class ClientSource implements ClusterSource {
    private static final int NOT_FOUND = 404;

    private final ServerApi api;

    /// Reads through a client, which stays open as long as this source is used.
    public ClientSource(ServerApi api) {
        this.api = api;
    }

    @Override
    public Server server() {
        return explained(() -> api.server().get());
    }

    @Override
    public Cluster cluster() {
        return explained(() -> api.cluster().get());
    }

    @Override
    public List<ClusterMember> members() {
        return distinct(ofCluster(() -> api.members().list()));
    }

    /// A name is all by which members can be asked for and told apart.
    private static List<ClusterMember> distinct(List<ClusterMember> members) {
        var byName = new LinkedHashMap<String, ClusterMember>();
        for (var member : members) {
            if (!member.serverName().isBlank()) {
                byName.putIfAbsent(member.serverName(), member);
            }
        }
        return List.copyOf(byName.values());
    }

    @Override
    public List<ClusterGroup> groups() {
        return ofCluster(() -> api.groups().list());
    }

    @Override
    public List<Instance> instances() {
        return explained(() -> api.instances().list());
    }

    @Override
    public Optional<Instance> instance(InstanceKey key) {
        try {
            return Optional.of(api.instances().get(key.project(), key.name()).value());
        } catch (ClientException failure) {
            if (failure.isRefusal(NOT_FOUND)) {
                return Optional.empty();
            }
            throw explain(failure);
        }
    }

    @Override
    public List<Operation> operations() {
        return explained(() -> api.operations().list());
    }

    @Override
    public List<Warning> warnings() {
        return explained(() -> api.warnings().list());
    }

    @Override
    public List<Certificate> certificates() {
        return explained(() -> api.certificates().list());
    }

    @Override
    public MemberState state(String member, Duration patience) {
        return explained(() -> briefly(patience).members().state(member));
    }

    @Override
    public Resources resources(String member, Duration patience) {
        return explained(() -> briefly(patience).server().resources(member));
    }

    @Override
    public String endpoint() {
        return api.endpoints().getFirst().toString();
    }

    @Override
    public Subscription listen(Listener listener) {
        return api.events(Set.of(Event.LIFECYCLE, Event.OPERATION), new Receiver(listener))::close;
    }

    /// One endpoint only: it is the member behind it that may be silent, which is no reason to turn
    /// to another endpoint.
    private ServerApi briefly(Duration patience) {
        return api.only(api.endpoints().getFirst())
                .within(new Timeouts(patience, patience, patience));
    }

    /// Servers that are not clustered refuse to list members and groups (CONTRACT 9.1).
    private static <T> List<T> ofCluster(Supplier<List<T>> read) {
        try {
            return read.get();
        } catch (ClientException failure) {
            if (failure.failure() instanceof Failure.Refused(int status, String text)
                    && text.toLowerCase(Locale.ROOT).contains("is not clustered")) {
                return List.of();
            }
            throw explain(failure);
        }
    }

    private static <T> T explained(Supplier<T> read) {
        try {
            return read.get();
        } catch (ClientException failure) {
            throw explain(failure);
        }
    }

    private static TroubleException explain(ClientException failure) {
        return new TroubleException(Trouble.of(failure), failure);
    }

    private record Receiver(Listener listener) implements EventReceiver {
        @Override
        public void connected(Endpoint endpoint) {
            listener.connected();
        }

        @Override
        public void resyncNeeded() {
            // after each connected() everything is read anyway
        }

        @Override
        public void event(Event event) {
            listener.event(event);
        }

        @Override
        public void lost(ClientException cause) {
            listener.lost();
        }
    }
}
