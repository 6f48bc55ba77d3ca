package dev.pileus.desktop.wizards.connect;

import dev.pileus.desktop.Tasks;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/// Stands in for the screen's thread where no screen is: the test's own thread.
final class Screen {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final BlockingQueue<Runnable> deeds = new LinkedBlockingQueue<>();
    private final Tasks tasks = new Tasks(deeds::add);

    Tasks tasks() {
        return tasks;
    }

    /// Does what arrives until the condition holds.
    void until(BooleanSupplier condition) throws InterruptedException {
        var end = Instant.now().plus(PATIENCE);
        while (!condition.getAsBoolean()) {
            var left = Duration.between(Instant.now(), end).toMillis();
            var deed = deeds.poll(left, TimeUnit.MILLISECONDS);
            if (deed == null) {
                throw new AssertionError("Nothing more arrives");
            }
            deed.run();
        }
    }
}
