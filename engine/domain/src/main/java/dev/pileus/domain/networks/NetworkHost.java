package dev.pileus.domain.networks;

import dev.pileus.api.ApiException;
import dev.pileus.api.Network;
import dev.pileus.api.NetworkLease;
import dev.pileus.domain.definitions.Stage;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Networks on this member's host. A bridge comes up when the first instance needs it, follows its
/// network from then on, and goes with it. Safe for use by many threads.
public final class NetworkHost {
    /// Tables whose changes a bridge follows.
    public static final Set<String> TABLES = Set.of("networks", "networks_config");

    private static final Logger LOG = LoggerFactory.getLogger(NetworkHost.class);

    private final NetworksService networks;
    private final Bridges bridges;

    public NetworkHost(NetworksService networks, Bridges bridges) {
        this.networks = networks;
        this.bridges = bridges;
    }

    /// The managed network that an instance is about to be connected to; its bridge is there
    /// afterwards.
    ///
    /// @return empty where there is no managed one of that name
    /// @throws ApiException when the bridge cannot be there
    public Optional<Network> connect(String project, String name) {
        var found = networks.here(project, name);
        found.filter(network -> network.type().equals(NetworkKind.BRIDGE)).ifPresent(this::raise);
        return found;
    }

    private void raise(Network network) {
        if (!network.status().equals(Stage.CREATED.status())) {
            throw new ApiException(
                    400,
                    "Network \"%s\" is not available: %s"
                            .formatted(network.name(), network.status()));
        }
        bridges.raise(BridgeSettings.of(network));
    }

    /// The addresses that this member has given out on a network.
    public List<NetworkLease> leases(String project, String name) {
        var network = networks.get(project, name);
        return bridges.leases(network.name()).stream()
                .map(lease ->
                        new NetworkLease(
                                lease.hostName(),
                                lease.hardwareAddress(),
                                lease.address(),
                                NetworkLease.DYNAMIC,
                                networks.memberName()))
                .toList();
    }

    /// Lets the bridges that are up follow their networks.
    public void follow() {
        var own = bridges.own();
        if (own.isEmpty()) {
            return;
        }
        var all = networks.listAll().stream().filter(Network::managed).toList();
        for (var name : own) {
            all.stream()
                    .filter(network -> network.name().equals(name))
                    .findFirst()
                    .ifPresentOrElse(this::follow, () -> bridges.lower(name));
        }
    }

    private void follow(Network network) {
        try {
            var ignored = connect(network.project(), network.name());
        } catch (ApiException e) {
            LOG.warn("Network {} stays as it was: {}", network.name(), e.text());
        }
    }

    /// Takes down what nothing is plugged into, because the host goes down or the member ends.
    public void release() {
        bridges.own().stream().filter(name -> !bridges.isUsed(name)).forEach(bridges::lower);
    }
}
