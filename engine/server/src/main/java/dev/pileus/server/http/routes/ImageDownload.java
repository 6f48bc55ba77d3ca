package dev.pileus.server.http.routes;

import dev.pileus.domain.images.ImageFile;
import dev.pileus.server.http.Answer;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;

/// The files of an image on their way to a client: one as it is, two as a form.
final class ImageDownload {
    private static final String FILE = "application/octet-stream";

    private ImageDownload() {}

    static Answer of(List<ImageFile> files) {
        return files.size() == 1 ? unified(files.getFirst()) : split(files);
    }

    static Answer unified(ImageFile file) {
        return new Answer.Stream(
                200,
                Map.of(
                        "Content-Type",
                        FILE,
                        "Content-Length",
                        Long.toString(file.size()),
                        "Content-Disposition",
                        "inline;filename=" + file.name()),
                output -> Files.copy(file.path(), output));
    }

    private static Answer split(List<ImageFile> files) {
        // a fingerprint is in no other file of the same image
        var boundary = "image-" + files.getFirst().path().getFileName();
        return new Answer.Stream(
                200,
                Map.of("Content-Type", "multipart/form-data; boundary=" + boundary),
                output -> {
                    for (var file : files) {
                        text(
                                output,
                                """
                                --%s\r
                                Content-Disposition: form-data; name="%s"; filename="%s"\r
                                Content-Type: %s\r
                                \r
                                """
                                        .formatted(boundary, file.part(), file.name(), FILE));
                        Files.copy(file.path(), output);
                        text(output, "\r\n");
                    }
                    text(output, "--" + boundary + "--\r\n");
                });
    }

    private static void text(OutputStream output, String text) throws IOException {
        output.write(text.getBytes(StandardCharsets.US_ASCII));
    }
}
