package dev.pileus.domain.instances.exec;

import dev.pileus.api.ApiException;
import dev.pileus.domain.operations.Line;
import dev.pileus.domain.operations.Lines;
import dev.pileus.domain.operations.Talk;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.function.Supplier;

/// A command that a client talks to by lines. It begins when the client has taken those that carry
/// data; a client that never comes, or goes away, leaves nothing behind.
public final class Session {
    private static final String INPUT = "0";
    private static final String OUTPUT = "1";
    private static final String ERRORS = "2";
    private static final String CONTROL = "control";

    /// How long a client may take to connect.
    private static final Duration CONNECTING = Duration.ofSeconds(10);

    /// How long it may take to hear the last of a command that has ended.
    private static final Duration LAST_WORDS = Duration.ofSeconds(30);

    private final Lines lines;
    private final Set<String> needed;
    private final Set<String> outputs;
    private final CompletableFuture<Execution> started = new CompletableFuture<>();

    private Session(
            Map<String, Exchange> exchanges, Set<String> outputs, Supplier<String> secrets) {
        var talks = new HashMap<String, Talk>();
        exchanges.forEach(
                (name, exchange) -> talks.put(name, line -> exchange.talk(line, execution())));
        this.lines = new Lines(talks, secrets);
        this.outputs = Set.copyOf(outputs);
        this.needed = outputs.contains(INPUT) ? outputs : Set.of(INPUT, OUTPUT, ERRORS);
    }

    /// What a line and a command have to do with each other.
    @FunctionalInterface
    private interface Exchange {
        void talk(Line line, Execution execution) throws InterruptedException;
    }

    /// With a terminal: one line for both ways.
    ///
    /// @param secrets makes one nobody can guess, each time
    public static Session interactive(Supplier<String> secrets) {
        return new Session(
                Map.of(INPUT, Streams::terminal, CONTROL, Control::obey), Set.of(INPUT), secrets);
    }

    /// The same, but for looking on: whoever hangs up on the control line has seen enough.
    ///
    /// @param secrets makes one nobody can guess, each time
    public static Session looking(Supplier<String> secrets) {
        return new Session(
                Map.of(INPUT, Streams::terminal, CONTROL, Session::obeyToTheEnd),
                Set.of(INPUT),
                secrets);
    }

    private static void obeyToTheEnd(Line line, Execution execution) throws InterruptedException {
        try {
            Control.obey(line, execution);
        } finally {
            execution.end();
        }
    }

    /// With a line for each stream.
    ///
    /// @param secrets makes one nobody can guess, each time
    public static Session piped(Supplier<String> secrets) {
        return new Session(
                Map.of(
                        INPUT, Streams::input,
                        OUTPUT, Streams::output,
                        ERRORS, Streams::errors,
                        CONTROL, Control::obey),
                Set.of(OUTPUT, ERRORS),
                secrets);
    }

    public Lines lines() {
        return lines;
    }

    /// Runs the command once the client is there, to its end.
    ///
    /// @return its exit code
    /// @throws ApiException when the client does not come in time
    public int run(Supplier<Execution> start) throws InterruptedException {
        try {
            if (!lines.awaitTaken(needed, CONNECTING)) {
                throw new ApiException(400, "Timed out waiting for websockets to connect");
            }
            try (var execution = start.get()) {
                started.complete(execution);
                var code = execution.await();
                if (!lines.awaitDone(outputs, LAST_WORDS)) {
                    throw new ApiException(400, "The client does not read what the command wrote");
                }
                return code;
            }
        } finally {
            started.cancel(false);
            lines.close();
        }
    }

    private Execution execution() throws InterruptedException {
        try {
            return started.get();
        } catch (CancellationException | ExecutionException e) {
            throw new InterruptedException("the command does not begin");
        }
    }
}
