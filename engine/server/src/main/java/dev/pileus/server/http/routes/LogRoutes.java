package dev.pileus.server.http.routes;

import dev.pileus.domain.instances.Guest;
import dev.pileus.domain.instances.logs.LogsService;
import dev.pileus.server.http.Access;
import dev.pileus.server.http.Answer;
import dev.pileus.server.http.Request;
import dev.pileus.server.http.RouteTable;
import dev.pileus.server.http.Routes;

/// `/1.0/instances/NAME/logs`.
public final class LogRoutes implements Routes {
    private static final String LOGS = "/1.0/instances/{name}/logs";
    private static final String LOG = LOGS + "/{file}";
    private static final String OUTPUT = LOGS + "/exec-output";
    private static final String OUTPUT_FILE = OUTPUT + "/{file}";

    private final LogsService logs;
    private final GuestHomes homes;

    public LogRoutes(LogsService logs, GuestHomes homes) {
        this.logs = logs;
        this.homes = homes;
    }

    @Override
    public void addTo(RouteTable.Builder table) {
        table.get(
                        LOGS,
                        Access.PROJECT,
                        homes.atHome((request, guest) -> Answer.of(logs.logs(guest))))
                .get(
                        OUTPUT,
                        Access.PROJECT,
                        homes.atHome((request, guest) -> Answer.of(logs.output(guest))))
                .get(LOG, Access.PROJECT, homes.atHome(this::show))
                .delete(LOG, Access.PROJECT, homes.atHome(this::remove))
                .get(OUTPUT_FILE, Access.PROJECT, homes.atHome(this::showOutput))
                .delete(OUTPUT_FILE, Access.PROJECT, homes.atHome(this::removeOutput));
    }

    private Answer show(Request request, Guest guest) {
        return HostFile.answer(logs.log(guest, request.parameter("file")));
    }

    private Answer remove(Request request, Guest guest) {
        logs.removeLog(guest, request.parameter("file"));
        return Answer.done();
    }

    private Answer showOutput(Request request, Guest guest) {
        return HostFile.answer(logs.outputFile(guest, request.parameter("file")));
    }

    private Answer removeOutput(Request request, Guest guest) {
        logs.removeOutput(guest, request.parameter("file"));
        return Answer.done();
    }
}
