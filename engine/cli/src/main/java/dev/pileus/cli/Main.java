package dev.pileus.cli;

import dev.pileus.cli.cluster.ClusterCommand;
import dev.pileus.cli.init.InitCommand;
import dev.pileus.cli.sandbox.SandboxCommand;
import dev.pileus.cli.sql.SqlCommand;
import java.io.PrintWriter;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/// Starts the admin tool. Expected failures are one line and exit code 1, wrong use is exit code 2.
@Command(
        name = "pileus engine",
        description = "Administers members of our engine on this computer.",
        subcommands = {
            InitCommand.class,
            ClusterCommand.class,
            SqlCommand.class,
            WaitreadyCommand.class,
            ShutdownCommand.class,
            SandboxCommand.class
        },
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND")
public final class Main {
    private Main() {}

    public static void main(String[] arguments) {
        System.exit(commandLine().execute(arguments));
    }

    static CommandLine commandLine() {
        return new CommandLine(new Main())
                .setExecutionExceptionHandler((fault, command, result) -> {
                    if (fault instanceof CommandException expected) {
                        say(command.getErr(), expected.getMessage());
                        return CommandLine.ExitCode.SOFTWARE;
                    }
                    throw fault;
                })
                .setParameterExceptionHandler((wrong, arguments) -> {
                    say(wrong.getCommandLine().getErr(), wrong.getMessage());
                    return CommandLine.ExitCode.USAGE;
                });
    }

    private static void say(PrintWriter out, @Nullable String text) {
        out.println("pileus: " + text);
        out.flush();
    }
}
