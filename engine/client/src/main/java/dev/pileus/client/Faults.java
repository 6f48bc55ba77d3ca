package dev.pileus.client;

import dev.pileus.client.Failure.Unreachable;
import dev.pileus.client.Failure.Unreachable.Reason;
import dev.pileus.trust.UntrustedCertificateException;
import java.io.EOFException;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.ProtocolException;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;

/// Says what an exception of the network means for the user.
final class Faults {
    private Faults() {}

    static Failure explain(IOException fault, Endpoint endpoint, Progress progress) {
        var refusal = cause(fault, UntrustedCertificateException.class);
        if (refusal.isPresent()) {
            return new Failure.UntrustedServer(refusal.get().presented(), refusal.get().expected());
        }
        if (!progress.isConnected()) {
            return unreachable(fault, endpoint);
        }
        if (fault instanceof InterruptedIOException) {
            return new Failure.NoAnswer();
        }
        var broken =
                progress.isAnswered()
                        || cause(fault, SocketException.class).isPresent()
                        || cause(fault, EOFException.class).isPresent();
        if (!broken && (fault instanceof SSLException || fault instanceof ProtocolException)) {
            return new Failure.NotAServer(text(fault));
        }
        return new Failure.ConnectionLost(text(fault));
    }

    private static Failure unreachable(IOException fault, Endpoint endpoint) {
        if (endpoint instanceof Endpoint.Unix(var socket)) {
            return new Unreachable(socketReason(fault, Files.exists(socket)), text(fault));
        }
        return new Unreachable(networkReason(fault), text(fault));
    }

    private static Reason networkReason(IOException fault) {
        return switch (fault) {
            case UnknownHostException e -> Reason.HOST_UNKNOWN;
            case InterruptedIOException e -> Reason.TIMED_OUT;
            case ConnectException e when says(e, "refused") -> Reason.REFUSED;
            default -> Reason.NETWORK;
        };
    }

    private static Reason socketReason(IOException fault, boolean exists) {
        if (fault instanceof InterruptedIOException) {
            return Reason.TIMED_OUT;
        }
        if (fault instanceof FileNotFoundException || !exists) {
            return Reason.NO_SOCKET;
        }
        return says(fault, "denied") || says(fault, "not permitted")
                ? Reason.SOCKET_FORBIDDEN
                : Reason.REFUSED;
    }

    private static boolean says(Throwable fault, String word) {
        return Stream.iterate(fault, f -> f != null, Throwable::getCause)
                .map(Throwable::getMessage)
                .anyMatch(text -> text != null && text.toLowerCase(Locale.ROOT).contains(word));
    }

    static String text(Throwable fault) {
        var message = fault.getMessage();
        return message == null ? fault.getClass().getSimpleName() : message;
    }

    private static <T extends Throwable> Optional<T> cause(Throwable fault, Class<T> kind) {
        return Stream.iterate(fault, f -> f != null, Throwable::getCause)
                .filter(kind::isInstance)
                .map(kind::cast)
                .findFirst();
    }
}
