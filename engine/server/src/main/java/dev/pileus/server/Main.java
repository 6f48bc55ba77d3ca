package dev.pileus.server;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import dev.pileus.database.DatabaseException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// Runs a daemon until the process is told to end (SIGTERM), which its instances do not notice; or
/// until a client, or the host that goes down (SIGPWR), asks for the end of both.
@Command(
        name = "pileus engine daemon",
        description = "Runs one member.",
        mixinStandardHelpOptions = true)
public final class Main implements Callable<Integer> {
    @Option(
            names = "--state-dir",
            required = true,
            paramLabel = "DIR",
            defaultValue = "${env:PILEUS_DIR}",
            description = "where the member keeps everything (else: $PILEUS_DIR)")
    private Path stateDir = Path.of("");

    @Option(
            names = "--group",
            defaultValue = "",
            paramLabel = "GROUP",
            description = "who may use the socket beside the owner")
    private String group = "";

    @Option(
            names = "--log-level",
            defaultValue = "INFO",
            paramLabel = "LEVEL",
            description = "error, warn, info (default) or debug")
    private LogLevel logLevel = LogLevel.INFO;

    @Spec private @Nullable CommandSpec spec;

    private Main() {}

    private enum LogLevel {
        ERROR,
        WARN,
        INFO,
        DEBUG
    }

    public static void main(String[] arguments) {
        System.exit(commandLine().execute(arguments));
    }

    /// A daemon that cannot start says why in one line.
    private static CommandLine commandLine() {
        var line = new CommandLine(new Main());
        line.getCommandSpec().version("pileus " + Version.NAME);
        return line.setCaseInsensitiveEnumValuesAllowed(true)
                .setExecutionExceptionHandler((fault, command, result) -> {
                    if (fault instanceof IOException
                            || fault instanceof UncheckedIOException
                            || fault instanceof DatabaseException) {
                        command.getErr().println("pileus: " + fault.getMessage());
                        return CommandLine.ExitCode.SOFTWARE;
                    }
                    throw fault;
                });
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        ((Logger) LoggerFactory.getLogger("dev.pileus")).setLevel(Level.toLevel(logLevel.name()));
        if (stateDir.toString().isEmpty() && spec != null) {
            // an unset variable must not make a member of the current directory
            throw new CommandLine.ParameterException(
                    spec.commandLine(), "say where: --state-dir DIR, or PILEUS_DIR=DIR");
        }
        var daemon = Daemon.start(new DaemonOptions(stateDir, group));
        Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().unstarted(daemon::close));
        PowerFailure.listen(daemon::shutDown);
        daemon.awaitShutdown();
        daemon.endInstances();
        return CommandLine.ExitCode.OK;
    }
}
