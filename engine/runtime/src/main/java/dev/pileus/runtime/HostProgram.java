package dev.pileus.runtime;

import dev.pileus.api.ApiException;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/// A program of the host, run to its end: a list of arguments, never a line for a shell. It has no
/// input, and is never left behind. Its environment is the daemon's, by which what it starts in
/// turn can be told from what others have started.
public final class HostProgram {
    private static final String SEARCHED =
            "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin";

    /// Bytes of each of its outputs that are kept; the rest is read and dropped.
    private static final int KEPT = 1 << 22;

    private final List<String> command;

    private HostProgram(List<String> command) {
        this.command = List.copyOf(command);
    }

    public static HostProgram of(String... command) {
        return new HostProgram(List.of(command));
    }

    public static HostProgram of(List<String> command) {
        return new HostProgram(command);
    }

    /// Where a program is; absent when the host does not have it.
    public static Optional<Path> find(String name) {
        return Stream.of(SEARCHED.split(":", -1))
                .map(folder -> Path.of(folder, name))
                .filter(Files::isExecutable)
                .findFirst();
    }

    /// Runs it.
    ///
    /// @throws ApiException 500 if it cannot be run, or takes longer
    public Ended run(Duration patience) throws InterruptedException {
        var process = start();
        try {
            var output = new Reading(process.getInputStream());
            var errors = new Reading(process.getErrorStream());
            if (!process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new ApiException(
                        500,
                        "%s did not end within %d s"
                                .formatted(command.getFirst(), patience.toSeconds()));
            }
            return new Ended(process.exitValue(), output.text(), errors.text());
        } finally {
            process.destroyForcibly();
        }
    }

    private Process start() {
        var builder = new ProcessBuilder(command);
        builder.environment().put("PATH", SEARCHED);
        builder.environment().put("LANG", "C.UTF-8");
        builder.directory(new File("/"));
        builder.redirectInput(ProcessBuilder.Redirect.from(new File("/dev/null")));
        try {
            return builder.start();
        } catch (IOException e) {
            throw new ApiException(500, "Cannot run " + command.getFirst() + ": " + e.getMessage());
        }
    }

    /// How it ended.
    ///
    /// @param output what it printed
    /// @param errors what it printed as errors
    public record Ended(int code, String output, String errors) {
        public boolean well() {
            return code == 0;
        }

        /// What it printed.
        ///
        /// @throws ApiException 500 with its last words unless it ended well
        public String orRefuse(String what) {
            if (!well()) {
                var words = errors.isBlank() ? output : errors;
                throw new ApiException(500, what + ": " + words.strip());
            }
            return output;
        }
    }

    /// One of its outputs, read as it comes so that the program never waits for us.
    private static final class Reading {
        private final ByteArrayOutputStream kept = new ByteArrayOutputStream();
        private final Thread thread;

        Reading(InputStream stream) {
            thread = Thread.ofVirtual().start(() -> read(stream));
        }

        private void read(InputStream stream) {
            var buffer = new byte[1 << 13];
            try (stream) {
                for (var count = stream.read(buffer); count >= 0; count = stream.read(buffer)) {
                    kept.write(buffer, 0, Math.min(count, KEPT - kept.size()));
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        String text() throws InterruptedException {
            // a daemon that it started may hold the pipe: what it has said is there by now
            var ended = thread.join(Duration.ofSeconds(2));
            assert ended || thread.isAlive();
            return kept.toString(StandardCharsets.UTF_8);
        }
    }
}
