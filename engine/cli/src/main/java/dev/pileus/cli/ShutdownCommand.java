package dev.pileus.cli;

import dev.pileus.client.ClientException;
import dev.pileus.client.Pause;
import java.time.Duration;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `shutdown`: ends the daemon of a member, in order.
@Command(
        name = "shutdown",
        description = "Stops a member's instances and its daemon, and waits for the end.",
        mixinStandardHelpOptions = true)
public final class ShutdownCommand implements Runnable {
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(100);

    @Mixin private final StateDirectory directory = new StateDirectory();

    @Option(
            names = {"-t", "--timeout"},
            paramLabel = "SECONDS",
            defaultValue = "0",
            description = "wait no longer than so many seconds (else: as long as it takes)")
    private long timeout;

    @Override
    public void run() {
        try (var member = directory.open()) {
            member.internal().shutdown();
        } catch (ClientException e) {
            throw new CommandException(String.valueOf(e.getMessage()), e);
        }
        awaitEnd();
    }

    private void awaitEnd() {
        var limit = System.nanoTime() + Duration.ofSeconds(timeout).toNanos();
        while (DaemonLock.isHeld(directory.path())) {
            if (timeout > 0 && System.nanoTime() > limit) {
                throw new CommandException("the daemon has not ended after " + timeout + " s");
            }
            if (!Pause.of(BETWEEN_LOOKS)) {
                throw new CommandException("interrupted");
            }
        }
    }
}
