package dev.pileus.database;

import org.jspecify.annotations.Nullable;

/// No majority of the voters answered in time. For a write this may mean "unknown": it may still be
/// applied, but never twice.
public final class NoLeaderException extends DatabaseException {
    private static final long serialVersionUID = 1L;

    public NoLeaderException(String message) {
        super(message);
    }

    public NoLeaderException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
