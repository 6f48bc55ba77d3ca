package dev.pileus.api;

/// A text that is no token. The message says what is wrong and never repeats the text: it may hold
/// a secret.
public final class InvalidTokenException extends Exception {
    private static final long serialVersionUID = 1L;

    InvalidTokenException(String message) {
        super(message);
    }

    InvalidTokenException(String message, Throwable cause) {
        super(message, cause);
    }
}
