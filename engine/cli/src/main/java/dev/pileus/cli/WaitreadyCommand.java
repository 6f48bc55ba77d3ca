package dev.pileus.cli;

import dev.pileus.client.ClientException;
import dev.pileus.client.Pause;
import java.time.Duration;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `waitready`: returns when the daemon of a member answers.
@Command(
        name = "waitready",
        description = "Waits until the daemon of a member has started.",
        mixinStandardHelpOptions = true)
public final class WaitreadyCommand implements Runnable {
    private static final Duration BETWEEN_TRIES = Duration.ofMillis(100);

    @Mixin private final StateDirectory directory = new StateDirectory();

    @Option(
            names = {"-t", "--timeout"},
            paramLabel = "SECONDS",
            defaultValue = "0",
            description = "give up after so many seconds (else: never)")
    private long timeout;

    @Override
    public void run() {
        var limit = System.nanoTime() + Duration.ofSeconds(timeout).toNanos();
        while (!isReady()) {
            if (timeout > 0 && System.nanoTime() > limit) {
                throw new CommandException(
                        "no daemon answers in %s after %d s".formatted(directory.path(), timeout));
            }
            if (!Pause.of(BETWEEN_TRIES)) {
                throw new CommandException("interrupted");
            }
        }
    }

    private boolean isReady() {
        try (var member = directory.open()) {
            member.internal().ready();
            return true;
        } catch (ClientException notYet) {
            return false;
        }
    }
}
