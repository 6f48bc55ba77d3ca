package dev.pileus.server.http.routes;

import dev.pileus.domain.instances.Guest;
import dev.pileus.domain.instances.StoredInstance;
import dev.pileus.server.http.Answer;
import dev.pileus.server.http.Request;
import dev.pileus.server.http.RouteHandler;
import java.util.function.BiFunction;
import java.util.function.Function;

/// Serves requests that reach into an instance where it lives.
public final class GuestHomes {
    private final InstanceHomes homes;
    private final Function<StoredInstance, Guest> guests;

    public GuestHomes(InstanceHomes homes, Function<StoredInstance, Guest> guests) {
        this.homes = homes;
        this.guests = guests;
    }

    /// For paths with `{name}` in a project; 404 where there is no such instance.
    ///
    /// @param local what to do where it lives
    RouteHandler atHome(BiFunction<Request, Guest, Answer> local) {
        return homes.atHome((request, instance) -> local.apply(request, guests.apply(instance)));
    }
}
