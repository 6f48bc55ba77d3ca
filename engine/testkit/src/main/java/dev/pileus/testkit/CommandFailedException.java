package dev.pileus.testkit;

import java.util.List;

/// A command ended badly; the message holds what it wrote to standard error.
public final class CommandFailedException extends RuntimeException {
    private final String errors;

    CommandFailedException(List<String> words, Command.Result result) {
        this(words, "ended with " + result.exitCode() + ": " + result.errors().strip(), result);
    }

    CommandFailedException(List<String> words, String reason) {
        this(words, reason, new Command.Result(-1, "", ""));
    }

    private CommandFailedException(List<String> words, String reason, Command.Result result) {
        super(String.join(" ", words) + " " + reason);
        this.errors = result.errors().strip();
    }

    /// Standard error of the command, for assertions on the peer's words.
    public String errors() {
        return errors;
    }
}
