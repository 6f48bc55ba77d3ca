package dev.pileus.server.members;

import dev.pileus.api.ApiException;
import dev.pileus.domain.members.Member;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;

/// Takes streams from other members. Thread-safe.
final class MemberDownloads {
    private static final int OK = 200;
    private static final int NOT_FOUND = 404;

    private final MemberHttp http;

    MemberDownloads(Neighbours neighbours) {
        this.http = neighbours.http();
    }

    /// Takes a stream to its end.
    @FunctionalInterface
    interface Receiver {
        /// Takes it, and tells how many bytes came.
        long take(InputStream body) throws IOException;
    }

    /// Reads what a member answers to a request.
    ///
    /// @param path and query
    /// @return false when the member has no such thing
    /// @throws ApiException 500 when it cannot be reached, or the stream breaks off
    boolean take(Member from, String path, Receiver receiver) {
        var request =
                HttpRequest.newBuilder(URI.create("https://" + from.address() + path)).build();
        try {
            var answer = http.current().send(request, BodyHandlers.ofInputStream());
            try (var body = answer.body()) {
                return switch (answer.statusCode()) {
                    case OK -> {
                        demandWhole(answer, receiver.take(body));
                        yield true;
                    }
                    case NOT_FOUND -> false;
                    default ->
                            throw new ApiException(
                                    500,
                                    "Member \"%s\" answers with status %d"
                                            .formatted(from.name(), answer.statusCode()));
                };
            }
        } catch (IOException e) {
            throw new ApiException(
                    500,
                    "Cannot copy from member \"%s\": %s".formatted(from.name(), e.getMessage()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ApiException(500, "Interrupted");
        }
    }

    private static void demandWhole(HttpResponse<?> answer, long came) throws IOException {
        var told = answer.headers().firstValueAsLong("Content-Length");
        if (told.isPresent() && told.getAsLong() != came) {
            throw new IOException("%d bytes of %d came".formatted(came, told.getAsLong()));
        }
    }
}
