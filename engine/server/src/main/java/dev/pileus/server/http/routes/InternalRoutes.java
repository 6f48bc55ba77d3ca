package dev.pileus.server.http.routes;

import dev.pileus.server.http.Access;
import dev.pileus.server.http.Answer;
import dev.pileus.server.http.RouteTable;
import dev.pileus.server.http.Routes;

/// What the admin tools of this host ask for, the stock ones too: `waitready` and `shutdown`.
public final class InternalRoutes implements Routes {
    private final Runnable shutdown;

    /// Puts the routes together.
    ///
    /// @param shutdown begins the stop of the daemon and returns at once
    public InternalRoutes(Runnable shutdown) {
        this.shutdown = shutdown;
    }

    @Override
    public void addTo(RouteTable.Builder table) {
        // whoever gets an answer at all gets it from a daemon that has started
        table.get("/internal/ready", Access.TRUSTED, request -> Answer.done())
                .put(
                        "/internal/shutdown",
                        Access.TRUSTED,
                        request -> {
                            shutdown.run();
                            return Answer.done();
                        });
    }
}
