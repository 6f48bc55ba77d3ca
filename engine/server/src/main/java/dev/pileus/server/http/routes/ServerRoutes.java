package dev.pileus.server.http.routes;

import dev.pileus.server.http.Access;
import dev.pileus.server.http.Answer;
import dev.pileus.server.http.Forwarding;
import dev.pileus.server.http.Request;
import dev.pileus.server.http.RouteTable;
import dev.pileus.server.http.Routes;
import java.util.List;
import java.util.Map;

/// `/1.0`: what this server is, can do, and is set to.
public final class ServerRoutes implements Routes {
    private final Forwarding forwarding;

    public ServerRoutes(Forwarding forwarding) {
        this.forwarding = forwarding;
    }

    @Override
    public void addTo(RouteTable.Builder table) {
        table.get("/1.0", Access.PUBLIC, forwarding.byTarget(this::show));
    }

    private Answer show(Request request) {
        var document =
                Map.of(
                        "config", Map.of(),
                        "api_extensions", List.of(),
                        "api_status", "stable",
                        "api_version", "1.0",
                        "auth", "trusted",
                        "auth_methods", List.of("tls"),
                        "environment", Map.of("server", "incus", "server_version", "6.0.4"));
        return Answer.editable(document, Map.of());
    }
}
