package dev.pileus.server.http.routes;

import dev.pileus.api.ConfigPatch;
import dev.pileus.api.ConfigUpdate;
import dev.pileus.api.Network;
import dev.pileus.api.NewNetwork;
import dev.pileus.domain.Urls;
import dev.pileus.domain.networks.NetworksService;
import dev.pileus.server.http.Access;
import dev.pileus.server.http.Answer;
import dev.pileus.server.http.Forwarding;
import dev.pileus.server.http.Listing;
import dev.pileus.server.http.Request;
import dev.pileus.server.http.RouteTable;
import dev.pileus.server.http.Routes;
import dev.pileus.server.http.UsedBy;
import java.util.function.UnaryOperator;

/// `/1.0/networks`. What a target has is in the database: only what its interface does must be
/// asked there.
public final class NetworkRoutes implements Routes {
    private static final String NETWORKS = "/1.0/networks";
    private static final String NETWORK = NETWORKS + "/{name}";

    private final NetworksService networks;
    private final Forwarding forwarding;

    public NetworkRoutes(NetworksService networks, Forwarding forwarding) {
        this.networks = networks;
        this.forwarding = forwarding;
    }

    @Override
    public void addTo(RouteTable.Builder table) {
        table.get(NETWORKS, Access.PROJECT, this::list)
                .post(NETWORKS, Access.TRUSTED, this::create)
                .get(NETWORK, Access.PROJECT, this::show)
                .put(NETWORK, Access.TRUSTED, this::replace)
                .patch(NETWORK, Access.TRUSTED, this::patch)
                .post(NETWORK, Access.TRUSTED, this::rename)
                .delete(NETWORK, Access.TRUSTED, this::delete)
                .get(NETWORK + "/state", Access.PROJECT, forwarding.byTarget(this::state));
    }

    private Answer list(Request request) {
        var all =
                request.allProjects() && request.caller().isUnrestricted()
                        ? networks.listAll()
                        : networks.list(request.project());
        return Listing.of(
                request,
                all.stream().map(network -> shown(request, network)).toList(),
                network -> Urls.in(network.project(), "networks", network.name()));
    }

    private Answer create(Request request) {
        var wanted = request.document(NewNetwork.class);
        if (request.target().isEmpty()) {
            networks.create(request.project(), wanted);
        } else {
            networks.define(request.project(), request.target(), wanted);
        }
        return Answer.created(url(request, wanted.name()));
    }

    private Answer show(Request request) {
        var name = request.parameter("name");
        var network =
                request.target().isEmpty()
                        ? networks.get(request.project(), name)
                        : networks.getOn(request.project(), name, request.target());
        return Answer.editable(shown(request, network), network.writable());
    }

    private static Network shown(Request request, Network network) {
        return network.usedBy(UsedBy.shown(request, network.usedBy()));
    }

    private Answer replace(Request request) {
        var wanted = request.document(ConfigUpdate.class);
        return update(request, present -> wanted);
    }

    private Answer patch(Request request) {
        return update(request, request.document(ConfigPatch.class)::over);
    }

    private Answer update(Request request, UnaryOperator<ConfigUpdate> change) {
        UnaryOperator<ConfigUpdate> edit =
                present -> {
                    request.requireVersion(present);
                    return change.apply(present);
                };
        var name = request.parameter("name");
        if (request.target().isEmpty()) {
            networks.update(request.project(), name, edit);
        } else {
            networks.updateOn(request.project(), name, request.target(), edit);
        }
        return Answer.done();
    }

    private Answer rename(Request request) {
        var name = request.document(NewName.class).text();
        networks.rename(request.project(), request.parameter("name"), name);
        return Answer.created(url(request, name));
    }

    private Answer delete(Request request) {
        networks.delete(request.project(), request.parameter("name"));
        return Answer.done();
    }

    private Answer state(Request request) {
        return Answer.of(networks.state(request.parameter("name")));
    }

    /// Networks serve no addresses to anybody yet.
    private static String url(Request request, String name) {
        return Urls.in(request.project(), "networks", name);
    }
}
