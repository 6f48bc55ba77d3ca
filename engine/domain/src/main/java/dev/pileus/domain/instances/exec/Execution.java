package dev.pileus.domain.instances.exec;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.OptionalInt;

/// A command that runs in an instance. Thread-safe.
public interface Execution extends AutoCloseable {
    /// Takes what it writes.
    @FunctionalInterface
    interface Sink {
        /// Uses the bytes before it returns.
        ///
        /// @throws InterruptedException when nobody wants them any more
        void take(ByteBuffer bytes) throws InterruptedException;
    }

    /// Carries what it writes until nothing more will come; a terminal's output and complaints are
    /// one.
    ///
    /// @throws InterruptedException when the sink does
    void carryOutput(Sink sink) throws InterruptedException;

    /// Carries what it complains of.
    ///
    /// @throws InterruptedException when the sink does
    void carryErrors(Sink sink) throws InterruptedException;

    /// Gives it something to read; waits while it reads nothing, until it has ended.
    void write(ByteBuffer bytes) throws InterruptedException;

    /// Lets it read the end.
    void closeInput();

    /// Waits for its end.
    ///
    /// @return its exit code; 128 and the number of the signal that ended it; 126 and 127 where it
    ///   could not be started
    int await() throws InterruptedException;

    /// Waits for its end, but no longer than that.
    OptionalInt await(Duration patience) throws InterruptedException;

    void signal(int number);

    void resize(int columns, int rows);

    /// Ends it: cuts its terminal off, or kills it.
    void end();

    /// Leaves nothing behind, whether it has ended or not.
    @Override
    void close();
}
