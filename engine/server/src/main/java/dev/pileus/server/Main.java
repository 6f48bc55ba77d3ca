package dev.pileus.server;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// Starts a daemon and keeps it until the process is told to end.
@Command(name = "daemon", description = "Runs a member.", mixinStandardHelpOptions = true)
public final class Main implements Runnable {
    @Option(
            names = "--state-dir",
            required = true,
            paramLabel = "DIR",
            defaultValue = "${env:PILEUS_DIR}",
            description = "everything the member keeps (else: PILEUS_DIR)")
    private Path stateDir = Path.of("");

    @Option(
            names = "--group",
            defaultValue = "",
            paramLabel = "GROUP",
            description = "who may use the socket beside the owner")
    private String group = "";

    private Main() {}

    public static void main(String[] arguments) {
        System.exit(new CommandLine(new Main()).execute(arguments));
    }

    @Override
    public void run() {
        var ended = new CountDownLatch(1);
        try {
            var daemon = Daemon.start(new DaemonOptions(stateDir, group));
            Runtime.getRuntime()
                    .addShutdownHook(
                            Thread.ofPlatform()
                                    .unstarted(() -> {
                                        daemon.close();
                                        ended.countDown();
                                    }));
            ended.await();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
