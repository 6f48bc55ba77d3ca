package dev.pileus.client;

import java.time.Duration;

/// How long a request may take.
///
/// @param connect for the TCP connection to one endpoint
/// @param read between two bytes of an answer, TLS handshake included
/// @param total for the whole request, all endpoints that are tried included
public record Timeouts(Duration connect, Duration read, Duration total) {
    public static final Timeouts DEFAULT =
            new Timeouts(Duration.ofSeconds(3), Duration.ofSeconds(10), Duration.ofSeconds(60));

    public Timeouts {
        for (var duration : new Duration[] {connect, read, total}) {
            if (duration.isNegative() || duration.isZero()) {
                throw new IllegalArgumentException("A time limit must be positive");
            }
        }
    }

    /// Gives the server at least this long to answer; shorter limits are raised.
    public Timeouts patient(Duration answer) {
        return new Timeouts(connect, longer(read, answer), longer(total, answer.plus(connect)));
    }

    private static Duration longer(Duration a, Duration b) {
        return a.compareTo(b) >= 0 ? a : b;
    }
}
