package dev.pileus.testkit;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/// A process that is run to its end, with its output captured. Killed when it exceeds its time.
///
/// @param environment the whole environment of the process, nothing is inherited
/// @param input what it reads from standard input
public record Command(
        List<String> words, Map<String, String> environment, String input, Duration timeout) {
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    public Command {
        words = List.copyOf(words);
        environment = Map.copyOf(environment);
    }

    public static Command of(String... words) {
        return of(List.of(words));
    }

    public static Command of(List<String> words) {
        return new Command(words, System.getenv(), "", PATIENCE);
    }

    public Command in(Map<String, String> environment) {
        return new Command(words, environment, input, timeout);
    }

    public Command reading(String input) {
        return new Command(words, environment, input, timeout);
    }

    public Command within(Duration timeout) {
        return new Command(words, environment, input, timeout);
    }

    /// What a finished process left: UTF-8 text.
    public record Result(int exitCode, String output, String errors) {}

    /// Standard output, without the final line break.
    ///
    /// @throws CommandFailedException on an exit code other than 0, on a timeout, on an interrupt
    public String output() {
        var result = run();
        if (result.exitCode() != 0) {
            throw new CommandFailedException(words, result);
        }
        return result.output().stripTrailing();
    }

    /// Runs it and answers with whatever exit code it ended with.
    ///
    /// @throws CommandFailedException on a timeout, on an interrupt
    public Result run() {
        try {
            return finish(start());
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot run " + words.getFirst(), e);
        }
    }

    private Process start() throws IOException {
        var program = Programs.find(words.getFirst()).map(Path::toString).orElse(words.getFirst());
        var builder = new ProcessBuilder(new ArrayList<>(words));
        builder.command().set(0, program);
        builder.environment().clear();
        builder.environment().putAll(environment);
        return builder.start();
    }

    private Result finish(Process process) throws IOException {
        var output = text(process.getInputStream());
        var errors = text(process.getErrorStream());
        try (var stdin = process.getOutputStream()) {
            stdin.write(input.getBytes(StandardCharsets.UTF_8));
        }
        try {
            if (process.waitFor(timeout.toMillis(), TimeUnit.MILLISECONDS)) {
                return new Result(process.exitValue(), output.join(), errors.join());
            }
            throw new CommandFailedException(words, "did not end within " + timeout);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CommandFailedException(words, "was interrupted");
        } finally {
            process.destroyForcibly();
        }
    }

    private static CompletableFuture<String> text(InputStream stream) {
        var text = new CompletableFuture<String>();
        Thread.ofVirtual()
                .start(() -> {
                    try (stream) {
                        text.complete(new String(stream.readAllBytes(), StandardCharsets.UTF_8));
                    } catch (IOException e) {
                        text.completeExceptionally(e);
                    }
                });
        return text;
    }
}
