package dev.pileus.server.http;

import dev.pileus.client.Pause;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.time.Duration;

/// The system frees a port not with its listener's end, but when the thread that waited there for
/// connections has noticed it.
final class FreedPort {
    private static final Duration LONGEST = Duration.ofSeconds(2);
    private static final Duration BETWEEN_TRIES = Duration.ofMillis(2);

    private FreedPort() {}

    /// Waits until somebody can listen there; in vain where somebody else does already.
    static void await(InetSocketAddress place) {
        var deadline = System.nanoTime() + LONGEST.toNanos();
        while (!isFree(place) && System.nanoTime() < deadline) {
            if (!Pause.of(BETWEEN_TRIES)) {
                return;
            }
        }
    }

    private static boolean isFree(InetSocketAddress place) {
        try (var probe = new ServerSocket()) {
            probe.setReuseAddress(true); // as the listener: ended connections are in nobody's way
            probe.bind(place);
            return true;
        } catch (IOException taken) {
            return false;
        }
    }
}
