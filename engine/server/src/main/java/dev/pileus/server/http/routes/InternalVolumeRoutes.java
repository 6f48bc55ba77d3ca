package dev.pileus.server.http.routes;

import dev.pileus.domain.volumes.VolumeGiving;
import dev.pileus.server.http.Access;
import dev.pileus.server.http.Answer;
import dev.pileus.server.http.Request;
import dev.pileus.server.http.RouteTable;
import dev.pileus.server.http.Routes;
import java.util.Map;

/// `/internal/volumes`: gives other members the files of this one's volumes.
public final class InternalVolumeRoutes implements Routes {
    private final VolumeGiving giving;

    public InternalVolumeRoutes(VolumeGiving giving) {
        this.giving = giving;
    }

    @Override
    public void addTo(RouteTable.Builder table) {
        table.get("/internal/volumes/{pool}/{owner}/{name}", Access.MEMBER, this::give);
    }

    private Answer give(Request request) {
        var folder =
                giving.folder(
                        request.parameter("pool"),
                        request.parameter("owner"),
                        request.parameter("name"),
                        request.query("snapshot"));
        return new Answer.Stream(
                200,
                Map.of("Content-Type", "application/octet-stream"),
                output -> giving.send(folder, output));
    }
}
