package dev.pileus.server.http.routes;

import dev.pileus.domain.instances.Guest;
import dev.pileus.server.http.Answer;
import dev.pileus.server.http.Request;
import dev.pileus.server.http.RouteHandler;
import java.util.function.BiFunction;

/// Serves requests that reach into an instance where it lives.
@FunctionalInterface
public interface GuestHomes {
    /// For paths with `{name}` in a project; 404 where there is no such instance.
    ///
    /// @param local what to do where it lives
    RouteHandler atHome(BiFunction<Request, Guest, Answer> local);
}
