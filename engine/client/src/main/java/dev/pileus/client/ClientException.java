package dev.pileus.client;

import org.jspecify.annotations.Nullable;

/// A request failed. Decide by [#failure()]; the message is one English sentence that names the
/// request, the endpoint and the server's own words, and never holds a secret.
public final class ClientException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Failure failure;
    private final transient Endpoint endpoint;
    private final String request;

    ClientException(Failure failure, Endpoint endpoint, String request, @Nullable Throwable cause) {
        super(request + " at " + endpoint + ": " + words(failure), cause);
        this.failure = failure;
        this.endpoint = endpoint;
        this.request = request;
    }

    public Failure failure() {
        return failure;
    }

    /// Which endpoint failed; the most telling one when several did (the others are suppressed
    /// exceptions).
    public Endpoint endpoint() {
        return endpoint;
    }

    /// Method and path, e.g. `GET /1.0/cluster`.
    public String request() {
        return request;
    }

    /// Whether the server refused with this HTTP status.
    public boolean isRefusal(int status) {
        return failure instanceof Failure.Refused refused && refused.status() == status;
    }

    private static String words(Failure failure) {
        return switch (failure) {
            case Failure.Unreachable(var reason, var detail) ->
                    switch (reason) {
                        case HOST_UNKNOWN -> "unknown host (" + detail + ")";
                        case REFUSED -> "nothing listens there";
                        case TIMED_OUT -> "no connection in time";
                        case NETWORK -> "no connection (" + detail + ")";
                        case NO_SOCKET -> "there is no such socket";
                        case SOCKET_FORBIDDEN -> "no permission to open the socket";
                    };
            case Failure.NoAnswer n -> "connected, but no answer in time";
            case Failure.ConnectionLost(var detail) -> "connection lost (" + detail + ")";
            case Failure.NotAServer(var detail) -> "not an Incus or LXD server (" + detail + ")";
            case Failure.UntrustedServer u -> "unexpected server certificate";
            case Failure.NotTrusted(var text) -> text;
            case Failure.Refused(var status, var text) -> text + " (" + status + ")";
            case Failure.Unreadable(var detail) -> "unreadable answer (" + detail + ")";
            case Failure.Interrupted i -> "interrupted";
        };
    }
}
