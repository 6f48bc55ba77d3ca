package dev.pileus.testkit;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.StandardProtocolFamily;
import java.net.URI;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// The daemon of one member: a process that can be ended and started again in the same state
/// directory.
final class Daemon {
    private static final Duration READY_WITHIN = Duration.ofSeconds(60);
    private static final Duration STOPPED_WITHIN = Duration.ofSeconds(60);
    private static final Duration GLANCE = Duration.ofMillis(10);

    private final String name;
    private final int port;
    private final Path stateDir;
    private final Path logFile;
    private final List<String> command;
    private final Map<String, String> environment;
    private @Nullable Process process;

    Daemon(Peer peer, Path root, String name) {
        this.name = name;
        this.port = Ports.free();
        this.stateDir = root.resolve(name);
        this.logFile = root.resolve(name + ".log");
        this.command = peer.daemonCommand(stateDir, logFile);
        this.environment = peer.daemonEnvironment(root, stateDir);
    }

    synchronized PeerMember member() {
        return new PeerMember(
                name,
                URI.create("https://127.0.0.1:" + port),
                socket(),
                stateDir,
                process == null ? -1 : process.pid(),
                logFile);
    }

    synchronized boolean isRunning() {
        return process != null && process.isAlive();
    }

    /// Returns at once; see [#awaitReady()].
    synchronized void start() {
        if (isRunning()) {
            return;
        }
        var builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.redirectOutput(stateDir.resolveSibling(name + ".out").toFile());
        builder.environment().clear();
        builder.environment().putAll(environment);
        try {
            process = builder.start();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot start " + command.getFirst(), e);
        }
    }

    /// Waits until the daemon has finished its start, as `waitready` does, only less sleepily.
    void awaitReady() {
        await("daemon of " + name + " ready")
                .atMost(READY_WITHIN)
                .pollDelay(Duration.ZERO)
                .pollInterval(GLANCE)
                .failFast(this::failIfEnded)
                .until(this::isReady);
    }

    /// Orderly (SIGTERM): hands database roles over; containers keep running.
    void stop() {
        end(false);
    }

    /// As a crash does (SIGKILL): no goodbye; containers keep running.
    void kill() {
        end(true);
    }

    private synchronized void end(boolean forcibly) {
        if (process == null) {
            return;
        }
        if (forcibly) {
            process.destroyForcibly();
        } else {
            process.destroy();
        }
        try {
            if (!process.waitFor(STOPPED_WITHIN.toSeconds(), TimeUnit.SECONDS)) {
                throw new IllegalStateException("Daemon of " + name + " does not stop");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while " + name + " was stopping", e);
        }
    }

    private Path socket() {
        return stateDir.resolve("unix.socket");
    }

    private boolean isReady() {
        try (var channel = SocketChannel.open(StandardProtocolFamily.UNIX)) {
            channel.connect(UnixDomainSocketAddress.of(socket()));
            channel.write(ascii("GET /internal/ready HTTP/1.0\r\nHost: unix.socket\r\n\r\n"));
            var answer = ByteBuffer.allocate(12);
            while (answer.hasRemaining() && channel.read(answer) >= 0) {}
            // in whichever version of HTTP it answers
            var line = StandardCharsets.US_ASCII.decode(answer.flip()).toString();
            return line.startsWith("HTTP/1.") && line.endsWith(" 200");
        } catch (IOException notListening) {
            return false;
        }
    }

    private static ByteBuffer ascii(String text) {
        return ByteBuffer.wrap(text.getBytes(StandardCharsets.US_ASCII));
    }

    private void failIfEnded() {
        if (!isRunning()) {
            throw new IllegalStateException(lastWords());
        }
    }

    private String lastWords() {
        try {
            var lines = Files.readAllLines(stateDir.resolveSibling(name + ".out"));
            var last = lines.subList(Math.max(0, lines.size() - 10), lines.size());
            return "Daemon of " + name + " ended: " + String.join("\n", last);
        } catch (IOException e) {
            return "Daemon of " + name + " ended without a word";
        }
    }
}
