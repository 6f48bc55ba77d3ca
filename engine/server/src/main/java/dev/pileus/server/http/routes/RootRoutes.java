package dev.pileus.server.http.routes;

import dev.pileus.server.http.Access;
import dev.pileus.server.http.Answer;
import dev.pileus.server.http.RouteTable;
import dev.pileus.server.http.Routes;
import java.util.List;

/// `/`: which versions of the API there are.
public final class RootRoutes implements Routes {
    @Override
    public void addTo(RouteTable.Builder table) {
        table.get("/", Access.PUBLIC, request -> Answer.of(List.of("/1.0")));
    }
}
