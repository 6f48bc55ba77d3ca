package dev.pileus.server.members;

import dev.pileus.api.ApiException;
import dev.pileus.domain.members.Member;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalLong;

/// Takes files from other members. Thread-safe.
final class MemberDownloads {
    private static final int OK = 200;
    private static final int NOT_FOUND = 404;

    private final MemberHttp http;

    MemberDownloads(Neighbours neighbours) {
        this.http = neighbours.http();
    }

    /// Writes what a member answers to a request into a file.
    ///
    /// @param path and query
    /// @param file is created
    /// @return false when the member has no such file
    /// @throws ApiException 500 when it cannot be reached, or the stream breaks off
    boolean take(Member from, String path, Path file) {
        var request =
                HttpRequest.newBuilder(URI.create("https://" + from.address() + path)).build();
        try {
            var answer = http.current().send(request, BodyHandlers.ofInputStream());
            try (var body = answer.body()) {
                return switch (answer.statusCode()) {
                    case OK -> {
                        var size = Files.copy(body, file);
                        demandWhole(answer.headers().firstValueAsLong("Content-Length"), size);
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

    private static void demandWhole(OptionalLong told, long came) throws IOException {
        if (told.isPresent() && told.getAsLong() != came) {
            throw new IOException("%d bytes of %d came".formatted(came, told.getAsLong()));
        }
    }
}
