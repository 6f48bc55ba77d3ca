package dev.pileus.desktop;

import dev.pileus.desktop.i18n.Messages;
import dev.pileus.desktop.settings.ConfigDirectory;
import dev.pileus.desktop.settings.Settings;
import java.io.IOException;
import java.time.Clock;
import java.time.ZoneId;
import java.util.Optional;
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
        try {
            start(options);
        } catch (StartException refused) {
            commandLine.getErr().println("pileus: " + refused.getMessage());
            System.exit(ExitCode.SOFTWARE);
        }
    }

    private static void start(Options options) throws StartException {
        var directory = ConfigDirectory.ofThisUser();
        var clock = Clock.system(ZoneId.systemDefault());
        Connections connections;
        try {
            connections = Connections.in(directory, clock);
        } catch (IOException unreadable) {
            throw new StartException(
                    "the connections in " + directory + " cannot be read: " + unreadable);
        }
        var opened = Optional.<Connections.Known>empty();
        if (options.target().isPresent()) {
            opened = Optional.of(connections.open(options.target().get(), options.spoken()));
        }
        var first = opened;
        var settings = Settings.in(directory);
        try {
            FxThread.start(() -> open(new Console(options, settings, clock), options, first));
        } catch (UnsupportedOperationException noDisplay) {
            throw new StartException(
                    new Messages(options.spoken(), clock)
                            .text("opening.noDisplay", String.valueOf(noDisplay.getMessage())));
        }
    }

    private static void open(Console console, Options options, Optional<Connections.Known> opened) {
        Thread.setDefaultUncaughtExceptionHandler(new Mishaps(console.shell()));
        var stage = new Stage();
        console.open(stage);
        var shown = opened.map(known -> console.show(known.connection(), known.remote()));
        if (options.captures() && shown.isPresent()) {
            new CaptureRun(options, console, shown.get(), stage).start();
        }
    }
}
