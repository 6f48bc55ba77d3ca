package dev.pileus.server.http.routes;

import dev.pileus.api.ApiException;
import dev.pileus.server.http.Answer;
import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Map;

/// Files as answers.
final class HostFile {
    private HostFile() {}

    /// A file of this host, as long as it is now: logs go on growing.
    static Answer answer(Path file) {
        try {
            var length = Files.size(file);
            var headers =
                    headers(
                            file.getFileName().toString(),
                            length,
                            Files.getLastModifiedTime(file).toInstant());
            return new Answer.Stream(
                    200,
                    headers,
                    output -> {
                        try (var content = FileChannel.open(file)) {
                            content.transferTo(0, length, Channels.newChannel(output));
                        }
                    });
        } catch (IOException e) {
            throw new ApiException(404, "Not Found");
        }
    }

    /// What says what is sent.
    static Map<String, String> headers(String name, long length, java.time.Instant modified) {
        var headers = new LinkedHashMap<String, String>();
        headers.put("Content-Type", "application/octet-stream");
        headers.put("Content-Length", Long.toString(length));
        headers.put("Content-Disposition", "inline;filename=" + quoted(name));
        headers.put(
                "Last-Modified",
                DateTimeFormatter.RFC_1123_DATE_TIME.format(modified.atOffset(ZoneOffset.UTC)));
        return headers;
    }

    /// A name that cannot be mistaken for anything else in a header.
    private static String quoted(String name) {
        return name.matches("[A-Za-z0-9._-]+")
                ? name
                : "\"" + name.replaceAll("[^ -~]|[\"\\\\]", "_") + "\"";
    }
}
