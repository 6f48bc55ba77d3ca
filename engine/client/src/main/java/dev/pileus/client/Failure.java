package dev.pileus.client;

import dev.pileus.trust.Fingerprint;
import java.security.cert.X509Certificate;
import java.util.Optional;

/// Why a request failed: complete, so that a window can say each case in the user's language. Texts
/// named `detail` come from the operating system or a library and are English.
public sealed interface Failure {
    /// No connection; nothing was sent.
    record Unreachable(Reason reason, String detail) implements Failure {
        public enum Reason {
            HOST_UNKNOWN,
            REFUSED,
            TIMED_OUT,
            /// No route, network down, and what else operating systems say.
            NETWORK,
            /// There is no unix socket at that path.
            NO_SOCKET,
            /// This user may not open the unix socket.
            SOCKET_FORBIDDEN
        }
    }

    /// Connected, but silent for too long: a hung daemon, a frozen host or a cable that was pulled.
    record NoAnswer() implements Failure {}

    /// The connection broke before the answer was complete: usually the daemon stopped. Whether a
    /// change was made is unknown.
    record ConnectionLost(String detail) implements Failure {}

    /// Something else than an Incus or LXD server listens there.
    record NotAServer(String detail) implements Failure {}

    /// The server's certificate is not the one to expect; nothing was sent.
    ///
    /// @param expected the pinned fingerprint; empty when none is pinned
    record UntrustedServer(X509Certificate presented, Optional<Fingerprint> expected)
            implements Failure {}

    /// The server does not know this client's certificate, password or token.
    record NotTrusted(String text) implements Failure {}

    /// The server says no.
    ///
    /// @param status HTTP status, e.g. 404, 409, 412 (changed meanwhile), 503 (no quorum, starting)
    /// @param text the server's own words
    record Refused(int status, String text) implements Failure {}

    /// An answer of the right server that makes no sense, or is too large.
    record Unreadable(String detail) implements Failure {}

    /// The calling thread was interrupted (its interrupt flag is set again), or the client was
    /// closed meanwhile. Whether a change was made is unknown.
    record Interrupted() implements Failure {}
}
