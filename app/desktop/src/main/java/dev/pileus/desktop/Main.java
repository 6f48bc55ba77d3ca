package dev.pileus.desktop;

import dev.pileus.desktop.i18n.Messages;
import dev.pileus.desktop.settings.ConfigDirectory;
import dev.pileus.desktop.settings.Settings;
import dev.pileus.desktop.wizards.connect.ConnectServices;
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
        ConnectServices services;
        try {
            services = ConnectServices.in(directory, clock);
        } catch (IOException unreadable) {
            throw new StartException(
                    "the connections in " + directory + " cannot be read: " + unreadable);
        }
        var start = Optional.<Startup.Start>empty();
        if (options.target().isPresent()) {
            start =
                    Optional.of(
                            new Startup(services, clock)
                                    .open(
                                            options.target().get(),
                                            options.spoken(),
                                            !options.captures()));
        }
        var first = start;
        var settings = Settings.in(directory);
        try {
            FxThread.start(() -> open(new Console(options, settings, services, clock), first));
        } catch (UnsupportedOperationException noDisplay) {
            throw new StartException(
                    new Messages(options.spoken(), clock)
                            .text("opening.noDisplay", String.valueOf(noDisplay.getMessage())));
        }
    }

    private static void open(Console console, Optional<Startup.Start> first) {
        Thread.setDefaultUncaughtExceptionHandler(new Mishaps(console.shell()));
        var stage = new Stage();
        console.open(stage);
        first.ifPresent(started -> console.begin(started, stage));
    }
}
