package dev.pileus.runtime;

import dev.pileus.api.ApiException;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// A program of the host through which a stream runs: a list of arguments, never a line for a
/// shell. It sees nothing of the daemon's environment and is never left behind: it ends with its
/// input, with this object, or when its time is over.
public final class HostPipe implements AutoCloseable {
    /// Long enough for any image or volume on a slow disk.
    private static final Duration PATIENCE = Duration.ofHours(12);

    private static final String SEARCHED =
            "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin";

    /// Bytes of its complaints that are kept.
    private static final int WORDS = 2000;

    private static final Duration LAST_WORDS = Duration.ofSeconds(2);
    private static final Path NOTHING = Path.of("/dev/null");

    private final String name;
    private final Process process;
    private final Thread listener;
    private volatile String words = "";

    private HostPipe(String name, Process process) {
        this.name = name;
        this.process = process;
        this.listener = Thread.ofVirtual().start(this::listen);
        var ignored =
                process.onExit()
                        .orTimeout(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)
                        .exceptionally(late -> process.destroyForcibly());
    }

    /// Starts it with a file as its input; what it prints is to be read from [#output].
    public static HostPipe from(Path input, List<String> command) {
        return start(command, Redirect.from(input.toFile()), Redirect.PIPE);
    }

    /// Starts it without input; what it prints is to be read from [#output].
    public static HostPipe from(List<String> command) {
        return from(NOTHING, command);
    }

    /// Starts it; its input is to be written to [#input], and nobody reads what it prints.
    public static HostPipe into(List<String> command) {
        return start(command, Redirect.PIPE, Redirect.to(NOTHING.toFile()));
    }

    /// Runs it to its end, without input; what it prints goes into a file.
    ///
    /// @throws ApiException 500 with its last words unless it ended well
    public static void run(List<String> command, Path output) {
        try (var pipe =
                start(command, Redirect.from(NOTHING.toFile()), Redirect.to(output.toFile()))) {
            pipe.demandSuccess(500);
        }
    }

    /// Runs it to its end, without input; nobody reads what it prints.
    ///
    /// @throws ApiException 500 with its last words unless it ended well
    public static void run(List<String> command) {
        run(command, NOTHING);
    }

    private static HostPipe start(List<String> command, Redirect input, Redirect output) {
        var builder = new ProcessBuilder(command);
        builder.environment().clear();
        builder.environment().put("PATH", SEARCHED);
        builder.environment().put("LANG", "C.UTF-8");
        builder.directory(new File("/"));
        builder.redirectInput(input);
        builder.redirectOutput(output);
        try {
            return new HostPipe(command.getFirst(), builder.start());
        } catch (IOException e) {
            throw new ApiException(500, "Cannot run " + command.getFirst() + ": " + e.getMessage());
        }
    }

    public InputStream output() {
        return process.getInputStream();
    }

    public OutputStream input() {
        return process.getOutputStream();
    }

    /// Waits for its end.
    ///
    /// @param status of the refusal if it did not end well
    public void demandSuccess(int status) {
        try {
            var code = process.waitFor();
            // somebody that it started may hold its pipe: what it has said itself is there by now
            var told = listener.join(LAST_WORDS);
            assert told || listener.isAlive();
            if (code != 0) {
                throw new ApiException(
                        status, "%s failed: %s".formatted(name, words.isEmpty() ? code : words));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ApiException(500, name + " was interrupted");
        }
    }

    private void listen() {
        try (var errors = process.getErrorStream()) {
            var begin = errors.readNBytes(WORDS);
            words = new String(begin, StandardCharsets.UTF_8).strip();
            // or it would wait for us
            var ignored = errors.transferTo(OutputStream.nullOutputStream());
        } catch (IOException ended) {
            // somebody has lost interest, and has closed the pipe
        }
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
