package dev.pileus.database;

import org.jspecify.annotations.Nullable;

/// The database could not do its work, or was asked for what makes no sense.
public class DatabaseException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public DatabaseException(String message) {
        super(message);
    }

    public DatabaseException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
