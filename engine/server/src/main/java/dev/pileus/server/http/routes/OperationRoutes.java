package dev.pileus.server.http.routes;

import dev.pileus.api.ApiException;
import dev.pileus.api.Operation;
import dev.pileus.domain.Urls;
import dev.pileus.domain.operations.OperationsService;
import dev.pileus.server.http.Access;
import dev.pileus.server.http.Answer;
import dev.pileus.server.http.Forwarder;
import dev.pileus.server.http.Request;
import dev.pileus.server.http.RouteHandler;
import dev.pileus.server.http.RouteTable;
import dev.pileus.server.http.Routes;
import dev.pileus.server.http.SocketLine;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.function.Function;

/// `/1.0/operations`: work in the background, wherever in the cluster it runs.
public final class OperationRoutes implements Routes {
    private static final String OPERATIONS = "/1.0/operations";
    private static final String OPERATION = OPERATIONS + "/{id}";
    private static final Duration FOREVER = Duration.ofDays(365);

    private final OperationsService operations;
    private final Function<Request, List<Operation>> elsewhere;
    private final Forwarder forwarder;

    /// Puts the routes together.
    ///
    /// @param elsewhere what other members work on, as far as they can be reached
    public OperationRoutes(
            OperationsService operations,
            Function<Request, List<Operation>> elsewhere,
            Forwarder forwarder) {
        this.operations = operations;
        this.elsewhere = elsewhere;
        this.forwarder = forwarder;
    }

    @Override
    public void addTo(RouteTable.Builder table) {
        table.get(OPERATIONS, Access.PROJECT, this::list)
                .get(OPERATION, Access.PROJECT, whereItRuns(this::show))
                .get(OPERATION + "/wait", Access.PROJECT, whereItRuns(this::await))
                .get(OPERATION + "/websocket", Access.CLIENT, whereItRuns(this::connect))
                .delete(OPERATION, Access.PROJECT, whereItRuns(this::cancel));
    }

    private Answer list(Request request) {
        var all = new ArrayList<>(operations.list(request.allProjects() ? "" : request.project()));
        all.addAll(elsewhere.apply(request));
        var byStatus = new TreeMap<String, List<Object>>();
        for (var operation : all) {
            byStatus.computeIfAbsent(
                            operation.status().toLowerCase(Locale.ROOT), none -> new ArrayList<>())
                    .add(request.wantsObjects() ? operation : url(operation));
        }
        return Answer.of(byStatus);
    }

    private Answer show(Request request) {
        return Answer.of(operations.get(request.parameter("id")));
    }

    private Answer await(Request request) {
        var id = operations.get(request.parameter("id")).id();
        var patience = patience(request.query("timeout"));
        return new Answer.Later(() -> operations.await(id, patience));
    }

    /// The secret is what admits: whoever has it was given it by somebody who may.
    private Answer connect(Request request) {
        var secret = request.query("secret");
        if (secret.isEmpty()) {
            throw new ApiException(400, "missing secret");
        }
        var lines = operations.lines(request.parameter("id"));
        if (!lines.isOpenFor(secret)) {
            throw new ApiException(403, "Forbidden");
        }
        return new Answer.Socket(socket -> lines.talk(secret, new SocketLine(socket)));
    }

    private Answer cancel(Request request) {
        operations.cancel(request.parameter("id"));
        return Answer.done();
    }

    /// Serves what this member knows; asks the member concerned for the rest.
    private RouteHandler whereItRuns(RouteHandler local) {
        return request -> {
            var id = request.parameter("id");
            if (operations.find(id).isPresent()) {
                return local.handle(request);
            }
            return operations
                    .memberOf(id)
                    .map(member -> forwarder.forward(request, member))
                    .orElseThrow(() -> new ApiException(404, "Operation not found"));
        };
    }

    private static Duration patience(String seconds) {
        if (seconds.isEmpty()) {
            return FOREVER;
        }
        try {
            var number = Long.parseLong(seconds);
            return number < 0 ? FOREVER : Duration.ofSeconds(Math.min(number, FOREVER.toSeconds()));
        } catch (NumberFormatException e) {
            throw new ApiException(
                    400, "strconv.Atoi: parsing \"%s\": invalid syntax".formatted(seconds));
        }
    }

    private static String url(Operation operation) {
        return Urls.of("operations", operation.id());
    }
}
