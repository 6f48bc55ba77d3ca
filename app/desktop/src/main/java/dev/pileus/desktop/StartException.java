package dev.pileus.desktop;

/// The console cannot start as asked; the message is one line for people, in their language.
final class StartException extends Exception {
    private static final long serialVersionUID = 1L;

    StartException(String message) {
        super(message);
    }
}
