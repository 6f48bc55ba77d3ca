package dev.pileus.cli;

import org.jspecify.annotations.Nullable;

/// A command cannot do its work; the message is one sentence for the person who typed it.
public final class CommandException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public CommandException(String message) {
        super(message);
    }

    public CommandException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
