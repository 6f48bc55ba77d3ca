package dev.pileus.server.members;

import dev.pileus.api.ApiException;
import dev.pileus.domain.evacuation.Hosting;
import dev.pileus.domain.moves.Arrivals;
import dev.pileus.domain.moves.Leftovers;
import dev.pileus.server.http.Access;
import dev.pileus.server.http.Answer;
import dev.pileus.server.http.Request;
import dev.pileus.server.http.RouteTable;
import dev.pileus.server.http.Routes;

/// `/internal/moves`: what members do for each other when instances change their member.
public final class InternalMoveRoutes implements Routes {
    private static final String MOVES = "/internal/" + HttpMovePeers.PATH;

    private final Arrivals arrivals;
    private final Leftovers leftovers;
    private final Hosting hosting;

    public InternalMoveRoutes(Arrivals arrivals, Leftovers leftovers, Hosting hosting) {
        this.arrivals = arrivals;
        this.leftovers = leftovers;
        this.hosting = hosting;
    }

    @Override
    public void addTo(RouteTable.Builder table) {
        table.post(MOVES + "/arrivals/{attempt}", Access.MEMBER, this::receive)
                .post(MOVES + "/leftovers", Access.MEMBER, this::clear)
                .post(MOVES + "/starts/{instance}", Access.MEMBER, this::start)
                .post(MOVES + "/returns/{instance}", Access.MEMBER, this::sendHome);
    }

    private Answer receive(Request request) {
        return waiting(() ->
                Answer.of(
                        arrivals.receive(
                                request.parameter("attempt"),
                                request.query("snapshot"),
                                request.body())));
    }

    private Answer clear(Request request) {
        return waiting(() -> {
            leftovers.look();
            return Answer.done();
        });
    }

    private Answer start(Request request) {
        return waiting(() -> {
            hosting.start(instance(request));
            return Answer.done();
        });
    }

    private Answer sendHome(Request request) {
        return waiting(
                () -> Answer.of(new HttpMovePeers.Sent(hosting.sendHome(instance(request)))));
    }

    private static long instance(Request request) {
        try {
            return Long.parseLong(request.parameter("instance"));
        } catch (NumberFormatException e) {
            throw new ApiException(404, "Instance not found");
        }
    }

    private static Answer waiting(Work work) {
        try {
            return work.run();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ApiException(503, "This member is stopping");
        }
    }

    @FunctionalInterface
    private interface Work {
        Answer run() throws InterruptedException;
    }
}
