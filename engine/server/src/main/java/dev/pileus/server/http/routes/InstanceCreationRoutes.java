package dev.pileus.server.http.routes;

import dev.pileus.api.ApiException;
import dev.pileus.api.NewInstance;
import dev.pileus.domain.instances.CreationService;
import dev.pileus.domain.instances.InstancesService;
import dev.pileus.domain.instances.StoredInstance;
import dev.pileus.server.http.Access;
import dev.pileus.server.http.Answer;
import dev.pileus.server.http.Forwarder;
import dev.pileus.server.http.Request;
import dev.pileus.server.http.RouteTable;
import dev.pileus.server.http.Routes;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/// `POST /1.0/instances`: any member decides where a new instance lives, that one makes it.
public final class InstanceCreationRoutes implements Routes {
    private static final String BUILD = "/internal/instances/{name}/build";

    private static final int REFUSED = 400;

    private final CreationService creation;
    private final InstancesService instances;
    private final Forwarder forwarder;

    public InstanceCreationRoutes(
            CreationService creation, InstancesService instances, Forwarder forwarder) {
        this.creation = creation;
        this.instances = instances;
        this.forwarder = forwarder;
    }

    @Override
    public void addTo(RouteTable.Builder table) {
        table.post(InstanceRoutes.INSTANCES, Access.PROJECT, this::create)
                .post(BUILD, Access.MEMBER, this::build);
    }

    private Answer create(Request request) {
        var wanted = request.document(NewInstance.class);
        var origin = wanted.source().project();
        if (!origin.isEmpty() && !request.caller().mayUse(origin)) {
            throw new ApiException(403, "not authorized");
        }
        var placed = creation.place(request.project(), wanted, request.target());
        if (instances.isHere(placed)) {
            return Answer.accepted(creation.build(placed, wanted));
        }
        return commission(request, placed, wanted);
    }

    /// What its member will not make is given up.
    private Answer commission(Request request, StoredInstance placed, NewInstance wanted) {
        try {
            var answer = forwarder.commission(request, placed.location(), path(placed), wanted);
            if (answer instanceof Answer.Stream stream && stream.status() >= REFUSED) {
                creation.abandon(placed);
            }
            return answer;
        } catch (RuntimeException e) {
            creation.abandon(placed);
            throw e;
        }
    }

    private static String path(StoredInstance placed) {
        return BUILD.replace("{name}", placed.name())
                + "?project="
                + URLEncoder.encode(placed.project(), StandardCharsets.UTF_8);
    }

    private Answer build(Request request) {
        var placed = instances.find(request.project(), request.parameter("name"));
        return Answer.accepted(creation.build(placed, request.document(NewInstance.class)));
    }
}
