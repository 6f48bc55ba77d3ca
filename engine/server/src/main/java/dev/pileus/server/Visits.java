package dev.pileus.server;

import dev.pileus.domain.instances.Containers;
import dev.pileus.domain.instances.Guest;
import dev.pileus.domain.instances.StoredInstance;
import dev.pileus.domain.instances.Volumes;
import dev.pileus.domain.instances.console.ConsoleService;
import dev.pileus.domain.instances.exec.ExecService;
import dev.pileus.domain.instances.files.FilesService;
import dev.pileus.domain.instances.logs.LogsService;
import dev.pileus.runtime.files.ContainerFiles;
import dev.pileus.runtime.lxc.HostLogs;
import dev.pileus.runtime.lxc.LxcCommands;
import dev.pileus.server.http.Routes;
import dev.pileus.server.http.routes.ExecRoutes;
import dev.pileus.server.http.routes.FileRoutes;
import dev.pileus.server.http.routes.GuestHomes;
import dev.pileus.server.http.routes.InstanceHomes;
import dev.pileus.server.http.routes.LogRoutes;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Supplier;

/// What reaches into instances, put together once: commands, consoles, files, logs.
final class Visits {
    private static final int SECRET_BYTES = 32;

    private final Volumes volumes;
    private final ExecService commands;
    private final ConsoleService consoles;
    private final FilesService files;
    private final LogsService logs;

    Visits(Foundation base, Path stateDir, Containers containers, Volumes volumes) {
        this.volumes = volumes;
        var tools = new LxcCommands(stateDir);
        var folders = new HostLogs(stateDir);
        var secrets = secrets(base.sources.random());
        commands =
                new ExecService(
                        containers,
                        tools,
                        folders,
                        base.operations,
                        base.events,
                        base.sources.ids(),
                        secrets);
        consoles = new ConsoleService(containers, tools, base.operations, base.events, secrets);
        files = new FilesService(containers, new ContainerFiles(), base.events);
        logs = new LogsService(folders, base.events);
    }

    private static Supplier<String> secrets(SecureRandom random) {
        return () -> {
            var bytes = new byte[SECRET_BYTES];
            random.nextBytes(bytes);
            return HexFormat.of().formatHex(bytes);
        };
    }

    List<Routes> routes(InstanceHomes homes) {
        var guests = new GuestHomes(homes, this::guest);
        return List.of(
                new ExecRoutes(commands, consoles, logs, guests),
                new FileRoutes(files, guests),
                new LogRoutes(logs, guests));
    }

    private Guest guest(StoredInstance instance) {
        return new Guest(
                instance.project(),
                instance.name(),
                instance.handle(),
                instance.url(),
                volumes.of(instance).rootfs());
    }
}
