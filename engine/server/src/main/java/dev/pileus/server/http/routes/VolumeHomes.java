package dev.pileus.server.http.routes;

import dev.pileus.domain.volumes.StoredVolume;
import dev.pileus.domain.volumes.VolumesService;
import dev.pileus.server.http.Answer;
import dev.pileus.server.http.Forwarder;
import dev.pileus.server.http.Request;
import dev.pileus.server.http.RouteHandler;
import java.util.function.BiFunction;

/// Serves requests about a custom volume where its files are: here, or by asking that member.
public final class VolumeHomes {
    private final VolumesService volumes;
    private final Forwarder forwarder;

    public VolumeHomes(VolumesService volumes, Forwarder forwarder) {
        this.volumes = volumes;
        this.forwarder = forwarder;
    }

    /// For paths with `{pool}` and `{name}`; 404 where there is no such volume.
    ///
    /// @param local what to do where it is
    RouteHandler atHome(BiFunction<Request, StoredVolume, Answer> local) {
        return request -> {
            var volume = find(request);
            return volumes.isHere(volume)
                    ? local.apply(request, volume)
                    : forwarder.forward(request, volume.location());
        };
    }

    /// For what the database knows: any member can tell.
    RouteHandler anywhere(BiFunction<Request, StoredVolume, Answer> local) {
        return request -> local.apply(request, find(request));
    }

    private StoredVolume find(Request request) {
        return volumes.find(
                request.parameter("pool"),
                request.project(),
                request.parameter("name"),
                request.target());
    }
}
