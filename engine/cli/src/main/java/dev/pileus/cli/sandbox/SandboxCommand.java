package dev.pileus.cli.sandbox;

import dev.pileus.cli.CommandException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/// `sandbox up | status | down`.
@Command(
        name = "sandbox",
        description = "Runs a cluster of our engine on this computer.",
        mixinStandardHelpOptions = true)
public final class SandboxCommand implements Runnable {
    private static final int MOST = 50;
    private static final int MOST_INSTANCES = 1000;
    private static final int HIGHEST_PORT = 65_535;

    @Spec private @Nullable CommandSpec spec;

    @Option(
            names = "--dir",
            scope = ScopeType.INHERIT,
            description = {
                "where its data lie; else",
                "~/.local/share/pileus/sandbox (root: /var/lib/pileus/sandbox)"
            })
    private @Nullable Path directory;

    /// What `up` makes of a sandbox, started or found running.
    @Command(
            description = "Starts the sandbox, or what of it does not run.",
            mixinStandardHelpOptions = true)
    void up(
            @Option(names = "--members", defaultValue = "3", description = "how many (3)")
                    int members,
            @Option(names = "--port", defaultValue = "18443", description = "of the first member")
                    int port,
            @Option(
                            names = "--instances",
                            defaultValue = "0",
                            description = "demo containers that shall run in it (0; needs root)")
                    int instances,
            @Option(names = "--print-socket", description = "print the first socket only")
                    boolean socketOnly) {
        if (members < 1 || members > MOST) {
            throw wrong("--members takes a number from 1 to " + MOST);
        }
        if (port < 1 || port + members - 1 > HIGHEST_PORT) {
            throw wrong("--port " + port + " leaves no room for " + members + " ports");
        }
        if (instances < 0 || instances > MOST_INSTANCES) {
            throw wrong("--instances takes a number from 0 to " + MOST_INSTANCES);
        }
        var all = sandbox(command().getErr()).up(members, port, instances);
        if (socketOnly) {
            tell(all.getFirst().socket() + System.lineSeparator());
        } else {
            tell(SandboxReport.of(options(), all));
        }
    }

    /// What runs and how the cluster is.
    @Command(description = "Tells which members run, and where.", mixinStandardHelpOptions = true)
    void status() {
        var members = folder().members();
        if (members.isEmpty()) {
            tell("There is no sandbox in %s.%n".formatted(folder().path()));
            return;
        }
        tell(SandboxReport.of(options(), members));
    }

    /// Stops it in order.
    @Command(description = "Stops the sandbox; its data stay.", mixinStandardHelpOptions = true)
    void down(@Option(names = "--delete", description = "remove its data too") boolean delete) {
        sandbox(command().getErr()).down(delete);
        tell(
                (delete ? "The sandbox is stopped and deleted.%n" : "The sandbox is stopped.%n")
                        .formatted());
    }

    @Override
    public void run() {
        throw wrong("sandbox needs a command: up, status or down");
    }

    /// Answers go to the standard output, what happens meanwhile to the other one.
    private Sandbox sandbox(PrintWriter progress) {
        return new Sandbox(
                folder(),
                daemon(),
                line -> {
                    progress.println(line);
                    progress.flush();
                });
    }

    private ParameterException wrong(String text) {
        return new ParameterException(command(), text);
    }

    private String options() {
        return directory == null ? "" : " --dir " + folder().path();
    }

    private SandboxFolder folder() {
        return new SandboxFolder(
                Optional.ofNullable(directory)
                        .orElseGet(
                                () -> standard(System.getenv(), System.getProperty("user.name"))));
    }

    /// Not below root's own home, which is closed: containers have a root of their own, who is
    /// nobody there and could not reach their files.
    static Path standard(Map<String, String> environment, String user) {
        var data =
                Optional.ofNullable(environment.get("XDG_DATA_HOME"))
                        .filter(text -> !text.isEmpty())
                        .map(Path::of)
                        .orElseGet(() ->
                                user.equals("root")
                                        ? Path.of("/var/lib")
                                        : Path.of(
                                                System.getProperty("user.home"),
                                                ".local",
                                                "share"));
        return data.resolve("pileus").resolve("sandbox");
    }

    /// The door starts daemons, too: flags of the JVM stand there only.
    private static Function<Path, List<String>> daemon() {
        var door = System.getProperty("pileus.door");
        if (door == null) {
            throw new CommandException(
                    "start it through ./pileus, which knows how to start daemons");
        }
        return state -> List.of(door, "engine", "daemon", "--state-dir", state.toString());
    }

    private void tell(String text) {
        PrintWriter out = command().getOut();
        out.print(text);
        out.flush();
    }

    private CommandLine command() {
        if (spec == null) {
            throw new IllegalStateException("picocli has not filled in the command");
        }
        return spec.commandLine();
    }
}
