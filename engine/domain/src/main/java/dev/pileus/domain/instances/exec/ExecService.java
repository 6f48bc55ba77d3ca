package dev.pileus.domain.instances.exec;

import dev.pileus.api.ApiException;
import dev.pileus.api.InstanceExec;
import dev.pileus.api.Operation;
import dev.pileus.domain.Urls;
import dev.pileus.domain.events.EventHub;
import dev.pileus.domain.events.Happening;
import dev.pileus.domain.instances.Guest;
import dev.pileus.domain.instances.Pids;
import dev.pileus.domain.operations.OperationsService;
import dev.pileus.domain.operations.Progress;
import dev.pileus.domain.operations.Task;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Supplier;

/// Runs commands in the instances of this member. Thread-safe.
public final class ExecService {
    private static final String DESCRIPTION = "Executing command";
    private static final int NOT_EXECUTABLE = 126;
    private static final int NOT_FOUND = 127;
    private static final int COLUMNS = 80;
    private static final int ROWS = 25;

    private final Pids pids;
    private final Commands commands;
    private final RecordedOutput records;
    private final OperationsService operations;
    private final EventHub events;
    private final Supplier<UUID> ids;
    private final Supplier<String> secrets;

    /// Puts the service together.
    ///
    /// @param secrets makes one nobody can guess, each time
    public ExecService(
            Pids pids,
            Commands commands,
            RecordedOutput records,
            OperationsService operations,
            EventHub events,
            Supplier<UUID> ids,
            Supplier<String> secrets) {
        this.pids = pids;
        this.commands = commands;
        this.records = records;
        this.operations = operations;
        this.events = events;
        this.ids = ids;
        this.secrets = secrets;
    }

    /// Starts a command, or waits for a client to talk to it.
    public Operation start(Guest guest, InstanceExec wanted) {
        if (pids.pid(guest.handle()).isEmpty()) {
            throw new ApiException(400, "Instance is not running");
        }
        if (pids.isFrozen(guest.handle())) {
            throw new ApiException(400, "Instance is frozen");
        }
        if (wanted.recordOutput() && wanted.waitForWebsocket()) {
            throw new ApiException(
                    400, "Cannot use \"record-output\" in combination with \"wait-for-websocket\"");
        }
        var command = CommandLine.of(wanted);
        var task =
                wanted.waitForWebsocket()
                        ? talking(guest, command, wanted)
                        : silent(guest, command, wanted.recordOutput());
        var operation = operations.start(task.in(guest.project()).about("instances", guest.url()));
        events.tell(Happening.of("instance-exec", guest.url()).in(guest.project()));
        return operation;
    }

    private Task talking(Guest guest, Command command, InstanceExec wanted) {
        var session = wanted.interactive() ? Session.interactive(secrets) : Session.piped(secrets);
        Stdio stdio =
                wanted.interactive()
                        ? new Stdio.Terminal(
                                wanted.width() > 0 ? wanted.width() : COLUMNS,
                                wanted.height() > 0 ? wanted.height() : ROWS)
                        : new Stdio.Piped();
        return Task.of(
                        DESCRIPTION,
                        progress ->
                                end(
                                        progress,
                                        session.run(() -> commands.start(guest, command, stdio)),
                                        Map.of()))
                .talking(session.lines())
                .telling(
                        Map.of(
                                "command", command.words(),
                                "environment", command.environment(),
                                "fds", session.lines().secrets(),
                                "interactive", wanted.interactive()));
    }

    private Task silent(Guest guest, Command command, boolean recorded) {
        if (!recorded) {
            return Task.of(
                    DESCRIPTION,
                    progress -> end(progress, run(guest, command, new Stdio.Nothing()), Map.of()));
        }
        var record = "exec_" + ids.get();
        return Task.of(
                DESCRIPTION,
                progress -> {
                    var folder = records.folder(guest);
                    var files =
                            new Stdio.Recorded(
                                    folder.resolve(record + ".stdout"),
                                    folder.resolve(record + ".stderr"));
                    var code = run(guest, command, files);
                    end(
                            progress,
                            code,
                            Map.of(
                                    "1", url(guest, record + ".stdout"),
                                    "2", url(guest, record + ".stderr")));
                });
    }

    private int run(Guest guest, Command command, Stdio stdio) throws InterruptedException {
        try (var execution = commands.start(guest, command, stdio)) {
            return execution.await();
        }
    }

    private static String url(Guest guest, String file) {
        return Urls.in(guest.project(), "instances", guest.name(), "logs", "exec-output", file);
    }

    private static void end(Progress progress, int code, Map<String, String> output) {
        var told = new TreeMap<String, Object>(Map.of("return", code));
        if (!output.isEmpty()) {
            told.put("output", output);
        }
        progress.putAll(told);
        if (code == NOT_FOUND) {
            throw new ApiException(400, "Command not found");
        }
        if (code == NOT_EXECUTABLE) {
            throw new ApiException(400, "Command not executable");
        }
    }
}
