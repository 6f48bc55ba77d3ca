package dev.pileus.server.http.routes;

import dev.pileus.api.ApiException;
import dev.pileus.domain.definitions.Task;
import dev.pileus.server.http.Access;
import dev.pileus.server.http.Answer;
import dev.pileus.server.http.Request;
import dev.pileus.server.http.RouteTable;
import dev.pileus.server.http.Routes;
import java.util.Map;
import java.util.function.Consumer;

/// `/internal/definitions`: what other members want to have done on this host for pools and
/// networks.
public final class DefinitionRoutes implements Routes {
    public static final String PATH = "/internal/definitions";

    private final Map<String, Consumer<Task>> performers;

    /// Serves the kinds of definitions given.
    ///
    /// @param performers by entity: `storage-pool`, `network`
    public DefinitionRoutes(Map<String, Consumer<Task>> performers) {
        this.performers = Map.copyOf(performers);
    }

    @Override
    public void addTo(RouteTable.Builder table) {
        table.post(PATH, Access.MEMBER, this::perform);
    }

    private Answer perform(Request request) {
        var task = request.document(Task.class);
        var performer = performers.get(task.entity());
        if (performer == null) {
            throw new ApiException(400, "There is no " + task.entity());
        }
        performer.accept(task);
        return Answer.done();
    }
}
