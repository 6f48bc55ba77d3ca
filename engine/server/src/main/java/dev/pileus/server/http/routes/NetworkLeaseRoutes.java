package dev.pileus.server.http.routes;

import dev.pileus.api.NetworkLease;
import dev.pileus.domain.networks.NetworkHost;
import dev.pileus.server.http.Access;
import dev.pileus.server.http.Answer;
import dev.pileus.server.http.Request;
import dev.pileus.server.http.RouteTable;
import dev.pileus.server.http.Routes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;

/// `/1.0/networks/NAME/leases`: the addresses that all members have given out.
public final class NetworkLeaseRoutes implements Routes {
    private final NetworkHost networks;
    private final Function<Request, List<NetworkLease>> elsewhere;

    public NetworkLeaseRoutes(
            NetworkHost networks, Function<Request, List<NetworkLease>> elsewhere) {
        this.networks = networks;
        this.elsewhere = elsewhere;
    }

    @Override
    public void addTo(RouteTable.Builder table) {
        table.get("/1.0/networks/{name}/leases", Access.PROJECT, this::leases);
    }

    private Answer leases(Request request) {
        var all = new ArrayList<>(networks.leases(request.project(), request.parameter("name")));
        all.addAll(elsewhere.apply(request));
        all.sort(
                Comparator.comparing(NetworkLease::hostname)
                        .thenComparing(NetworkLease::address)
                        .thenComparing(NetworkLease::location));
        return Answer.of(all);
    }
}
