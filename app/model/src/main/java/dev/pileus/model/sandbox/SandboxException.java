package dev.pileus.model.sandbox;

/// The sandbox could not be started; the message is what the program said.
public final class SandboxException extends Exception {
    private static final long serialVersionUID = 1L;

    SandboxException(String message) {
        super(message);
    }
}
