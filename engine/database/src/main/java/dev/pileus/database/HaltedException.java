package dev.pileus.database;

/// This member applies nothing any more; only a new start of its daemon helps, once the reason is
/// gone.
public final class HaltedException extends DatabaseException {
    private static final long serialVersionUID = 1L;

    public HaltedException(String message, Throwable cause) {
        super(message, cause);
    }
}
