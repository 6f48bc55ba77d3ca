package dev.pileus.server.http.routes;

import dev.pileus.api.Event;
import dev.pileus.domain.caller.Trust;
import dev.pileus.domain.events.EventHub;
import dev.pileus.domain.events.EventInterest;
import dev.pileus.server.http.Access;
import dev.pileus.server.http.Answer;
import dev.pileus.server.http.Request;
import dev.pileus.server.http.RouteTable;
import dev.pileus.server.http.Routes;
import java.util.Set;
import java.util.function.BiPredicate;

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
        var audience = audience(request, trust);
        return new Answer.Socket(
                new EventStream(
                        events,
                        (event, local) -> audience.test(event, local) && interest.covers(event)));
    }

    /// Members tell each other only of what happened where they are; a hub tells also what others
    /// have told it, but nobody what he has told himself.
    private static BiPredicate<Event, Boolean> audience(Request request, Trust trust) {
        if (!(trust instanceof Trust.Member(var name))) {
            return (event, local) -> true;
        }
        return request.query("relayed").equals("true")
                ? (event, local) -> !event.location().equals(name)
                : (event, local) -> local;
    }

    private static Set<String> projects(Request request, Trust trust) {
        if (request.allProjects()) {
            return trust instanceof Trust.Restricted restricted ? restricted.projects() : Set.of();
        }
        return Set.of(request.project());
    }
}
