package dev.pileus.domain.instances.exec;

import dev.pileus.domain.operations.Line;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/// Carries data between lines and commands: bytes are bytes, an empty text is the end.
final class Streams {
    private static final Duration LOOK_ROUND = Duration.ofSeconds(10);

    /// How long a client may take to hang up after it has heard the end of a terminal.
    private static final Duration GOODBYE = Duration.ofSeconds(2);

    private Streams() {}

    /// Lets the command read what comes in.
    static void input(Line line, Execution execution) throws InterruptedException {
        try {
            read(line, execution);
        } finally {
            execution.closeInput();
        }
        // the client decides when to hang up
        while (line.isOpen()) {
            var ignored = line.receive(LOOK_ROUND);
            assert ignored.isEmpty() || line.isOpen() : "nothing follows the end";
        }
    }

    private static void read(Line line, Execution execution) throws InterruptedException {
        while (line.isOpen()) {
            var message = line.receive(LOOK_ROUND);
            if (message.isEmpty()) {
                continue;
            }
            switch (message.get()) {
                case Line.Message.Bytes(var bytes) -> execution.write(bytes);
                case Line.Message.Text(var text) when text.isEmpty() -> {
                    return;
                }
                case Line.Message.Text(var text) ->
                        execution.write(ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8)));
            }
        }
    }

    static void output(Line line, Execution execution) throws InterruptedException {
        carry(line, execution, execution::carryOutput);
    }

    static void errors(Line line, Execution execution) throws InterruptedException {
        carry(line, execution, execution::carryErrors);
    }

    /// Both ways at once.
    static void terminal(Line line, Execution execution) throws InterruptedException {
        var hungUp = new CountDownLatch(1);
        line.onClose(hungUp::countDown);
        var keyboard =
                Thread.ofVirtual()
                        .name("keyboard")
                        .start(() -> {
                            try {
                                read(line, execution);
                            } catch (InterruptedException over) {
                                // said by whoever ended it
                            }
                        });
        try {
            carry(line, execution, execution::carryOutput);
            var inTime = hungUp.await(GOODBYE.toMillis(), TimeUnit.MILLISECONDS);
            assert inTime || hungUp.getCount() > 0 : "some clients never do";
        } finally {
            keyboard.interrupt();
        }
    }

    /// A client that is gone does not need the command any more.
    private static void carry(Line line, Execution execution, Carrying carrying)
            throws InterruptedException {
        var pulse = Thread.ofVirtual().name("pulse").start(() -> ping(line));
        try {
            carrying.carry(line::send);
            line.sendEnd();
        } catch (InterruptedException gone) {
            execution.end();
            throw gone;
        } finally {
            pulse.interrupt();
        }
    }

    /// Whoever has vanished without a word is noticed by that.
    private static void ping(Line line) {
        try {
            while (line.isOpen()) {
                line.ping();
                Thread.sleep(LOOK_ROUND);
            }
        } catch (InterruptedException over) {
            // nothing more to find out
        }
    }

    /// One of the ways out of a command.
    @FunctionalInterface
    private interface Carrying {
        void carry(Execution.Sink sink) throws InterruptedException;
    }
}
