package dev.pileus.desktop;

import dev.pileus.desktop.settings.ConfigDirectory;
import dev.pileus.desktop.settings.Settings;
import java.time.Clock;
import java.time.ZoneId;
import javafx.stage.Stage;
import picocli.CommandLine;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.ParameterException;

/// Starts the console. Not a JavaFX application class: those cannot be started from the class path.
public final class Main {
    private Main() {}

    public static void main(String[] arguments) {
        var options = new Options();
        var commandLine = new CommandLine(options);
        try {
            commandLine.parseArgs(arguments);
            options.check();
        } catch (ParameterException wrong) {
            commandLine.getErr().println("pileus: " + wrong.getMessage());
            System.exit(ExitCode.USAGE);
        }
        if (CommandLine.printHelpIfRequested(commandLine.getParseResult())) {
            return;
        }
        var settings = Settings.in(ConfigDirectory.ofThisUser());
        var clock = Clock.system(ZoneId.systemDefault());
        FxThread.start(() -> new Console(options, settings, clock).open(new Stage()));
    }
}
