package dev.pileus.runtime.images;

import dev.pileus.api.ApiException;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/// A program of the host at work on a file: a list of arguments, never a line for a shell. It sees
/// nothing of the daemon's environment and is never left behind: it ends with its output, with this
/// object, or when its time is over.
final class Tool implements AutoCloseable {
    /// Long enough for any image on a slow disk.
    private static final Duration PATIENCE = Duration.ofHours(2);

    private static final String SEARCHED =
            "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin";

    /// Bytes of its complaints that are kept.
    private static final int WORDS = 2000;

    private final String name;
    private final Process process;
    private final Thread listener;
    private volatile String words = "";

    private Tool(String name, Process process) {
        this.name = name;
        this.process = process;
        this.listener = Thread.ofVirtual().start(this::listen);
        var ignored =
                process.onExit()
                        .orTimeout(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)
                        .exceptionally(late -> process.destroyForcibly());
    }

    /// Where a program is; absent when the host does not have it.
    static Optional<Path> find(String name) {
        return Stream.of(SEARCHED.split(":", -1))
                .map(folder -> Path.of(folder, name))
                .filter(Files::isExecutable)
                .findFirst();
    }

    /// Starts it, with a file as its input.
    static Tool reading(Path input, List<String> command) {
        return start(command, input, ProcessBuilder.Redirect.PIPE);
    }

    /// Runs it to its end, without input; what it prints goes into a file.
    ///
    /// @throws ApiException 500 with its last words unless it ended well
    static void run(List<String> command, Path output) {
        try (var tool =
                start(command, Path.of("/dev/null"), ProcessBuilder.Redirect.to(output.toFile()))) {
            tool.demandSuccess(500);
        }
    }

    /// Runs it to its end, without input; nobody reads what it prints.
    ///
    /// @throws ApiException 500 with its last words unless it ended well
    static void run(List<String> command) {
        run(command, Path.of("/dev/null"));
    }

    private static Tool start(List<String> command, Path input, ProcessBuilder.Redirect output) {
        var builder = new ProcessBuilder(command);
        builder.environment().clear();
        builder.environment().put("PATH", SEARCHED);
        builder.environment().put("LANG", "C.UTF-8");
        builder.directory(new File("/"));
        builder.redirectInput(input.toFile());
        builder.redirectOutput(output);
        try {
            return new Tool(command.getFirst(), builder.start());
        } catch (IOException e) {
            throw new ApiException(500, "Cannot run " + command.getFirst() + ": " + e.getMessage());
        }
    }

    InputStream output() {
        return process.getInputStream();
    }

    /// Waits for its end.
    ///
    /// @param status of the refusal if it did not end well
    void demandSuccess(int status) {
        try {
            var code = process.waitFor();
            listener.join();
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
            var rest = errors.skip(Long.MAX_VALUE);
            assert rest >= 0;
        } catch (IOException ended) {
            // somebody has lost interest, and has closed the pipe
        }
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
