package dev.pileus.server.http.routes;

import dev.pileus.domain.caller.Trust;
import dev.pileus.domain.events.EventHub;
import dev.pileus.domain.events.EventInterest;
import dev.pileus.server.http.Access;
import dev.pileus.server.http.Answer;
import dev.pileus.server.http.Request;
import dev.pileus.server.http.RouteTable;
import dev.pileus.server.http.Routes;
import java.util.Set;

/// `/1.0/events`: a stream of what happens, in this whole cluster.
public final class EventRoutes implements Routes {
    private final EventHub events;

    public EventRoutes(EventHub events) {
        this.events = events;
    }

    @Override
    public void addTo(RouteTable.Builder table) {
        table.get("/1.0/events", Access.PROJECT, this::listen);
    }

    private Answer listen(Request request) {
        var trust = request.caller().trust();
        var types = EventInterest.types(request.query("type"), request.caller().isUnrestricted());
        var interest = new EventInterest(types, projects(request, trust));
        // members tell each other only of what happened where they are
        var localOnly = trust instanceof Trust.Member;
        return new Answer.Socket(
                new EventStream(
                        events, (event, local) -> (local || !localOnly) && interest.covers(event)));
    }

    private static Set<String> projects(Request request, Trust trust) {
        if (request.allProjects()) {
            return trust instanceof Trust.Restricted restricted ? restricted.projects() : Set.of();
        }
        return Set.of(request.project());
    }
}
