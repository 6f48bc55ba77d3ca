package dev.pileus.domain.instances.console;

import dev.pileus.api.ApiException;
import dev.pileus.api.InstanceConsole;
import dev.pileus.api.Operation;
import dev.pileus.domain.events.EventHub;
import dev.pileus.domain.events.Happening;
import dev.pileus.domain.instances.Guest;
import dev.pileus.domain.instances.Pids;
import dev.pileus.domain.instances.exec.Session;
import dev.pileus.domain.instances.exec.Stdio;
import dev.pileus.domain.operations.OperationsService;
import dev.pileus.domain.operations.Task;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/// Lets clients sit in front of the consoles of instances, one at each. Thread-safe.
public final class ConsoleService {
    private static final int COLUMNS = 80;
    private static final int ROWS = 25;

    private final Pids pids;
    private final Consoles consoles;
    private final OperationsService operations;
    private final EventHub events;
    private final Supplier<String> secrets;

    /// Who sits where: handle to session.
    private final Map<String, Session> taken = new ConcurrentHashMap<>();

    /// Puts the service together.
    ///
    /// @param secrets makes one nobody can guess, each time
    public ConsoleService(
            Pids pids,
            Consoles consoles,
            OperationsService operations,
            EventHub events,
            Supplier<String> secrets) {
        this.pids = pids;
        this.consoles = consoles;
        this.operations = operations;
        this.events = events;
        this.secrets = secrets;
    }

    /// Waits for a client to sit down.
    public Operation open(Guest guest, InstanceConsole wanted) {
        check(wanted);
        if (pids.pid(guest.handle()).isEmpty()) {
            throw new ApiException(400, "Instance is not running");
        }
        var session = Session.looking(secrets);
        take(guest, session, wanted.force());
        try {
            var operation = operations.start(task(guest, session, terminal(wanted)));
            events.tell(Happening.of("instance-console", guest.url()).in(guest.project()));
            return operation;
        } catch (RuntimeException e) {
            leave(guest, session);
            throw e;
        }
    }

    private static void check(InstanceConsole wanted) {
        switch (wanted.type()) {
            case "", "console" -> {}
            case "vga" ->
                    throw new ApiException(
                            400, "VGA console is only supported by virtual machines");
            default -> throw new ApiException(400, "Unknown console type " + wanted.type());
        }
    }

    private static Stdio.Terminal terminal(InstanceConsole wanted) {
        return new Stdio.Terminal(
                wanted.width() > 0 ? wanted.width() : COLUMNS,
                wanted.height() > 0 ? wanted.height() : ROWS);
    }

    private void take(Guest guest, Session session, boolean force) {
        var before =
                force
                        ? taken.put(guest.handle(), session)
                        : taken.putIfAbsent(guest.handle(), session);
        if (before == null) {
            return;
        }
        if (!force) {
            throw new ApiException(
                    400, "This console is already connected. Force is required to take it over.");
        }
        before.lines().close();
    }

    private void leave(Guest guest, Session session) {
        var ours = taken.remove(guest.handle(), session);
        assert ours || !taken.containsValue(session) : "somebody else has taken it over";
    }

    private Task task(Guest guest, Session session, Stdio.Terminal terminal) {
        return Task.of(
                        "Showing console",
                        progress -> {
                            try {
                                session.run(() -> consoles.open(guest, terminal));
                            } finally {
                                leave(guest, session);
                            }
                        })
                .talking(session.lines())
                .telling(Map.of("fds", session.lines().secrets()))
                .canBeCancelled()
                .in(guest.project())
                .about("instances", guest.url());
    }
}
