package dev.pileus.model.store;

import dev.pileus.client.ClientException;
import dev.pileus.client.Failure;
import dev.pileus.trust.Fingerprint;
import java.security.cert.X509Certificate;
import java.util.Locale;
import java.util.Optional;

/// Why a server cannot be read, complete, so that a window can say each case in the user's
/// language. `words` are the server's or the system's own, for the details.
public sealed interface Trouble {
    String words();

    /// No connection to any known address.
    record Unreachable(Cause cause, String words) implements Trouble {
        /// What is in the way.
        public enum Cause {
            HOST_UNKNOWN,
            NOTHING_LISTENS,
            TIMED_OUT,
            NETWORK,
            NO_SOCKET,
            SOCKET_FORBIDDEN;

            static Cause of(Failure.Unreachable.Reason reason) {
                return switch (reason) {
                    case HOST_UNKNOWN -> HOST_UNKNOWN;
                    case REFUSED -> NOTHING_LISTENS;
                    case TIMED_OUT -> TIMED_OUT;
                    case NETWORK -> NETWORK;
                    case NO_SOCKET -> NO_SOCKET;
                    case SOCKET_FORBIDDEN -> SOCKET_FORBIDDEN;
                };
            }
        }
    }

    /// Connected, but no complete answer: a hung or stopped daemon, a frozen host.
    record NoAnswer(String words) implements Trouble {}

    /// Something else than an Incus or LXD server listens there, or it speaks in riddles.
    record NotAServer(String words) implements Trouble {}

    /// A member answers, but its database has no leader: too few database members are alive.
    record NoLeader(String words) implements Trouble {}

    /// The server presents a certificate that is not the pinned one: it was replaced, or somebody
    /// listens in.
    ///
    /// @param pinned empty when nothing is pinned for this server
    record UnknownCertificate(String words, Optional<Fingerprint> pinned, X509Certificate presented)
            implements Trouble {}

    /// The server does not know our certificate (any more), or does not let us read this.
    record NotTrusted(String words) implements Trouble {}

    /// The server says no.
    record Refused(int status, String words) implements Trouble {}

    /// Sorts a server's refusal.
    ///
    /// @param status HTTP status
    static Trouble refused(int status, String words) {
        if (status == 401 || status == 403) {
            return new NotTrusted(words);
        }
        return status >= 500 && speaksOfRaft(words)
                ? new NoLeader(words)
                : new Refused(status, words);
    }

    /// Sorts what a client ran into.
    static Trouble of(ClientException failed) {
        var words = failed.getMessage() == null ? "" : failed.getMessage();
        return switch (failed.failure()) {
            case Failure.Unreachable(var reason, var detail) ->
                    new Unreachable(Unreachable.Cause.of(reason), words);
            case Failure.NoAnswer silent -> new NoAnswer(words);
            case Failure.ConnectionLost lost -> new NoAnswer(words);
            case Failure.Interrupted interrupted -> new NoAnswer(words);
            case Failure.NotAServer other -> new NotAServer(words);
            case Failure.Unreadable other -> new NotAServer(words);
            case Failure.UntrustedServer(var presented, var pinned) ->
                    new UnknownCertificate(words, pinned, presented);
            case Failure.NotTrusted(var text) -> new NotTrusted(text);
            case Failure.Refused(var status, var text) -> refused(status, text);
        };
    }

    /// What the products say without a leader; some requests answer 500, others 503 (CONTRACT
    /// 12.4).
    private static boolean speaksOfRaft(String words) {
        var lower = words.toLowerCase(Locale.ROOT);
        return lower.contains("raft cluster is unavailable")
                || lower.contains("context deadline exceeded")
                || lower.contains("leader server found")
                || lower.contains("lost leadership")
                || lower.contains("failed to begin transaction");
    }
}
