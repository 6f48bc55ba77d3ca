package dev.pileus.runtime.lxc;

import dev.pileus.domain.instances.exec.Execution;
import dev.pileus.runtime.posix.HostProcess;
import dev.pileus.runtime.posix.Pty;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A tool of liblxc at work: its child is what runs in the container.
final class LxcExecution implements Execution {
    private static final Logger LOG = LoggerFactory.getLogger(LxcExecution.class);

    /// How long a program may take to end when it has been told to.
    private static final Duration LAST_MOMENTS = Duration.ofSeconds(2);

    private final HostProcess tool;
    private final Optional<Pty> terminal;

    LxcExecution(HostProcess tool, Optional<Pty> terminal) {
        this.tool = tool;
        this.terminal = terminal;
    }

    @Override
    public void carryOutput(Sink sink) throws InterruptedException {
        carry(() -> tool.carryOutput(sink::take));
    }

    @Override
    public void carryErrors(Sink sink) throws InterruptedException {
        carry(() -> tool.carryErrors(sink::take));
    }

    /// On a platform thread: it waits in the kernel, where a virtual one would hold its carrier.
    private static void carry(Carrying carrying) throws InterruptedException {
        var carried = new CompletableFuture<Boolean>();
        Thread.ofPlatform()
                .daemon()
                .name("output")
                .start(() -> {
                    try {
                        carrying.run();
                        carried.complete(true);
                    } catch (IOException | InterruptedException | RuntimeException e) {
                        carried.completeExceptionally(e);
                    }
                });
        try {
            carried.get();
        } catch (ExecutionException e) {
            throw new InterruptedException(String.valueOf(e.getMessage()));
        }
    }

    @FunctionalInterface
    private interface Carrying {
        void run() throws IOException, InterruptedException;
    }

    @Override
    public void write(ByteBuffer bytes) throws InterruptedException {
        try {
            tool.write(bytes);
        } catch (IOException e) {
            LOG.debug("A command reads no more: {}", e.getMessage());
        }
    }

    @Override
    public void closeInput() {
        tool.closeInput();
    }

    @Override
    public int await() throws InterruptedException {
        return tool.await();
    }

    @Override
    public OptionalInt await(Duration patience) throws InterruptedException {
        return tool.await(patience);
    }

    @Override
    public void signal(int number) {
        unlessGone(() -> {
            var children = tool.signalChildren(number);
            LOG.debug("Signal {} sent: {}", number, children);
        });
    }

    @Override
    public void resize(int columns, int rows) {
        terminal.ifPresent(pty -> unlessGone(() -> pty.resize(columns, rows)));
    }

    @Override
    public void end() {
        terminal.ifPresentOrElse(Pty::close, () -> signal(HostProcess.SIGKILL));
    }

    @Override
    public void close() {
        try {
            if (tool.isAlive()) {
                end();
                kill();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            unlessGone(() -> tool.signal(HostProcess.SIGKILL));
        } finally {
            tool.close();
            terminal.ifPresent(Pty::close);
        }
    }

    /// The child first: it would go on without its tool.
    private void kill() throws InterruptedException {
        if (tool.await(LAST_MOMENTS).isPresent()) {
            return;
        }
        signal(HostProcess.SIGKILL);
        if (tool.await(LAST_MOMENTS).isEmpty()) {
            unlessGone(() -> tool.signal(HostProcess.SIGKILL));
        }
    }

    private static void unlessGone(Order order) {
        try {
            order.give();
        } catch (IOException e) {
            LOG.debug("A command is gone already: {}", e.getMessage());
        }
    }

    @FunctionalInterface
    private interface Order {
        void give() throws IOException;
    }
}
