package dev.pileus.server.http.routes;

import dev.pileus.domain.instances.InstancesService;
import dev.pileus.domain.instances.StoredInstance;
import dev.pileus.server.http.Answer;
import dev.pileus.server.http.Forwarder;
import dev.pileus.server.http.Request;
import dev.pileus.server.http.RouteHandler;
import java.util.function.BiFunction;

/// Serves requests about an instance where it lives: here, or by asking that member.
public final class InstanceHomes {
    private final InstancesService instances;
    private final Forwarder forwarder;

    public InstanceHomes(InstancesService instances, Forwarder forwarder) {
        this.instances = instances;
        this.forwarder = forwarder;
    }

    /// For paths with `{name}` in a project; 404 where there is no such instance.
    ///
    /// @param local what to do where it lives
    public RouteHandler atHome(BiFunction<Request, StoredInstance, Answer> local) {
        return request -> {
            var instance = instances.find(request.project(), request.parameter("name"));
            return instances.isHere(instance)
                    ? local.apply(request, instance)
                    : forwarder.forward(request, instance.location());
        };
    }
}
