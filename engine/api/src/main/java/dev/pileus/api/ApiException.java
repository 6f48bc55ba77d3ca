package dev.pileus.api;

/// A refusal by a server: an HTTP status and the server's own words (CONTRACT 21). Decide by
/// [#status()], show [#text()].
public final class ApiException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int status;
    private final String text;

    public ApiException(int status, String text) {
        super(text + " (" + status + ")");
        this.status = status;
        this.text = text;
    }

    /// The HTTP status, also for failed operations.
    public int status() {
        return status;
    }

    public String text() {
        return text;
    }
}
