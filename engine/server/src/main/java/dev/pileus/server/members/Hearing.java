package dev.pileus.server.members;

import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/// Whose events arrive here. Who has a member do something in the background while its events do
/// not arrive would miss its end, and clients wait for that end. Thread-safe.
public final class Hearing {
    /// As long as it takes to connect, and to try once more.
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final Set<String> heard = new HashSet<>();
    private Consumer<String> missing = address -> {};
    private boolean direct = true;

    /// Calls with the address of a member that somebody waits to hear; must return at once.
    synchronized void onMissing(Consumer<String> listener) {
        missing = listener;
    }

    /// @param direct whether members are heard themselves, rather than through another one
    synchronized void isDirect(boolean direct) {
        this.direct = direct;
        notifyAll();
    }

    synchronized void heard(String address) {
        heard.add(address);
        notifyAll();
    }

    synchronized void lost(String address) {
        heard.remove(address);
    }

    /// Waits a little for a member that is not heard: it has just come back.
    ///
    /// @return whether it is heard
    synchronized boolean awaits(String address) throws InterruptedException {
        if (!isHeard(address)) {
            missing.accept(address);
        }
        var end = System.nanoTime() + PATIENCE.toNanos();
        while (!isHeard(address)) {
            var left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
            if (left <= 0) {
                return false;
            }
            wait(left);
        }
        return true;
    }

    synchronized boolean isHeard(String address) {
        return !direct || heard.contains(address);
    }
}
