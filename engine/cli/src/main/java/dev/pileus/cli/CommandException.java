package dev.pileus.cli;

import dev.pileus.client.ClientException;
import dev.pileus.client.Failure;
import dev.pileus.client.Failure.Unreachable.Reason;
import org.jspecify.annotations.Nullable;

/// A command cannot do its work; the message is one sentence for the person who typed it.
public final class CommandException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public CommandException(String message) {
        super(message);
    }

    /// What the daemon itself refuses, in its own words; any other trouble with who was asked what.
    public static CommandException of(ClientException problem) {
        var text =
                switch (problem.failure()) {
                    case Failure.Refused(var status, var words) -> words;
                    case Failure.NotTrusted(var words) -> words;
                    case Failure.Unreachable(var reason, var detail)
                            when reason == Reason.NO_SOCKET || reason == Reason.REFUSED ->
                            "the daemon of this member does not run: " + problem.getMessage();
                    default -> String.valueOf(problem.getMessage());
                };
        return new CommandException(text, problem);
    }

    public CommandException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
