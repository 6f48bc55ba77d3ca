package dev.pileus.client;

import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// Sends requests to the first endpoint that answers. Thread-safe.
///
/// A read goes on to the next endpoint when one does not answer or has no database (503); anything
/// else only while nothing was sent.
final class Transport {
    private static final int HTTP_UNAVAILABLE = 503;

    private final Wire wire;
    private final Addresses addresses;

    Transport(Wire wire, Addresses addresses) {
        this.wire = wire;
        this.addresses = addresses;
    }

    Wire wire() {
        return wire;
    }

    Addresses addresses() {
        return addresses;
    }

    Answer send(Request request, Timeouts timeouts) {
        var deadline = System.nanoTime() + timeouts.total().toNanos();
        var failures = new ArrayList<ClientException>();
        for (var endpoint : addresses.inOrder()) {
            var left = Duration.of(deadline - System.nanoTime(), ChronoUnit.NANOS);
            if (!failures.isEmpty() && left.isNegative()) {
                break;
            }
            var exchange = new Exchange(endpoint, request, timeouts);
            try {
                var answer = exchange.run(wire, left);
                addresses.worked(endpoint);
                return answer;
            } catch (ClientException e) {
                if (!concernsEndpoint(e.failure())) {
                    throw e;
                }
                addresses.failed(endpoint);
                if (exchange.isSent() && !request.isRepeatable()) {
                    throw e;
                }
                failures.add(e);
            }
        }
        throw mostTelling(failures);
    }

    /// Whether another member may well answer the same request.
    private static boolean concernsEndpoint(Failure failure) {
        return switch (failure) {
            case Failure.Unreachable u -> true;
            case Failure.NoAnswer n -> true;
            case Failure.ConnectionLost c -> true;
            case Failure.NotAServer n -> true;
            case Failure.UntrustedServer u -> true;
            case Failure.Refused refused -> refused.status() == HTTP_UNAVAILABLE;
            case Failure.NotTrusted n -> false;
            case Failure.Unreadable u -> false;
            case Failure.Interrupted i -> false;
        };
    }

    /// What somebody said, or an odd certificate, explains more than a host that is down.
    static ClientException mostTelling(List<ClientException> failures) {
        var chosen = failures.stream().min(Comparator.comparingInt(Transport::rank)).orElseThrow();
        failures.stream().filter(other -> other != chosen).forEach(chosen::addSuppressed);
        return chosen;
    }

    private static int rank(ClientException e) {
        return switch (e.failure()) {
            case Failure.UntrustedServer u -> 1;
            case Failure.NotAServer n -> 2;
            case Failure.NoAnswer n -> 3;
            case Failure.ConnectionLost c -> 4;
            case Failure.Unreachable u -> 5;
            default -> 0;
        };
    }

    @Override
    public String toString() {
        return addresses.inOrder().toString();
    }
}
