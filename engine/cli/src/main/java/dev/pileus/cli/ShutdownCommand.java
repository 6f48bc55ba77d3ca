package dev.pileus.cli;

import dev.pileus.client.ClientException;
import dev.pileus.client.Pause;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
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
        while (isRunning(directory.path().resolve("daemon.lock"))) {
            if (timeout > 0 && System.nanoTime() > limit) {
                throw new CommandException("the daemon has not ended after " + timeout + " s");
            }
            if (!Pause.of(BETWEEN_LOOKS)) {
                throw new CommandException("interrupted");
            }
        }
    }

    /// A daemon holds the lock until everything else is closed.
    private static boolean isRunning(Path lock) {
        try (var file = FileChannel.open(lock, StandardOpenOption.WRITE)) {
            return file.tryLock() == null;
        } catch (OverlappingFileLockException sameProcess) {
            return true;
        } catch (IOException e) {
            throw new CommandException("cannot look at " + lock + ": " + e.getMessage(), e);
        }
    }
}
