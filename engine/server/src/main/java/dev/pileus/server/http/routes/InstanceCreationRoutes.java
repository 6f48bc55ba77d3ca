package dev.pileus.server.http.routes;

import dev.pileus.api.ApiException;
import dev.pileus.api.NewInstance;
import dev.pileus.domain.instances.CreationService;
import dev.pileus.domain.instances.InstancesService;
import dev.pileus.domain.instances.Onward;
import dev.pileus.domain.instances.Placed;
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

    private static final String DESTINATION = "destination";

    private static final int REFUSED = 400;

    private final CreationService creation;
    private final InstancesService instances;
    private final Onward onward;
    private final Forwarder forwarder;

    public InstanceCreationRoutes(
            CreationService creation,
            InstancesService instances,
            Onward onward,
            Forwarder forwarder) {
        this.creation = creation;
        this.instances = instances;
        this.onward = onward;
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
        if (instances.isHere(placed.instance())) {
            return Answer.accepted(creation.build(placed, wanted, onward));
        }
        return commission(request, placed, wanted);
    }

    /// What its member will not make is given up.
    private Answer commission(Request request, Placed placed, NewInstance wanted) {
        var instance = placed.instance();
        try {
            var answer = forwarder.commission(request, instance.location(), path(placed), wanted);
            if (answer instanceof Answer.Stream stream && stream.status() >= REFUSED) {
                creation.abandon(instance);
            }
            return answer;
        } catch (RuntimeException e) {
            creation.abandon(instance);
            throw e;
        }
    }

    private static String path(Placed placed) {
        return "%s?project=%s&%s=%s"
                .formatted(
                        BUILD.replace("{name}", placed.instance().name()),
                        encoded(placed.instance().project()),
                        DESTINATION,
                        encoded(placed.destination()));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private Answer build(Request request) {
        var instance = instances.find(request.project(), request.parameter("name"));
        var placed = new Placed(instance, request.query(DESTINATION));
        return Answer.accepted(creation.build(placed, request.document(NewInstance.class), onward));
    }
}
