package dev.pileus.server.http.routes;

import dev.pileus.api.InstanceConsole;
import dev.pileus.api.InstanceExec;
import dev.pileus.domain.instances.Guest;
import dev.pileus.domain.instances.console.ConsoleService;
import dev.pileus.domain.instances.exec.ExecService;
import dev.pileus.domain.instances.logs.LogsService;
import dev.pileus.server.http.Access;
import dev.pileus.server.http.Answer;
import dev.pileus.server.http.Request;
import dev.pileus.server.http.RouteTable;
import dev.pileus.server.http.Routes;
import java.nio.file.Files;
import java.util.Map;

/// `/1.0/instances/NAME/exec` and `/console`: clients talk to them by the websockets of the
/// operations that are begun here.
public final class ExecRoutes implements Routes {
    private static final String INSTANCE = "/1.0/instances/{name}";
    private static final String CONSOLE = INSTANCE + "/console";

    private final ExecService commands;
    private final ConsoleService consoles;
    private final LogsService logs;
    private final GuestHomes homes;

    public ExecRoutes(
            ExecService commands, ConsoleService consoles, LogsService logs, GuestHomes homes) {
        this.commands = commands;
        this.consoles = consoles;
        this.logs = logs;
        this.homes = homes;
    }

    @Override
    public void addTo(RouteTable.Builder table) {
        table.post(INSTANCE + "/exec", Access.PROJECT, homes.atHome(this::exec))
                .post(CONSOLE, Access.PROJECT, homes.atHome(this::open))
                .get(CONSOLE, Access.PROJECT, homes.atHome(this::show))
                .delete(CONSOLE, Access.PROJECT, homes.atHome(this::empty));
    }

    private Answer exec(Request request, Guest guest) {
        return Answer.accepted(commands.start(guest, request.document(InstanceExec.class)));
    }

    private Answer open(Request request, Guest guest) {
        return Answer.accepted(consoles.open(guest, request.document(InstanceConsole.class)));
    }

    private Answer show(Request request, Guest guest) {
        var log = logs.console(guest);
        return Files.exists(log)
                ? HostFile.answer(log)
                : new Answer.Stream(200, Map.of("Content-Length", "0"), output -> {});
    }

    private Answer empty(Request request, Guest guest) {
        logs.emptyConsole(guest);
        return Answer.done();
    }
}
