package dev.pileus.server.http;

import dev.pileus.api.ApiException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.jetty.http.HttpException;
import org.eclipse.jetty.http.MultiPart;
import org.eclipse.jetty.http.MultiPartFormData;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.util.Blocker;
import org.jspecify.annotations.Nullable;

/// Takes forms apart whose parts are large files: nothing of them stays in memory.
final class Multipart {
    private static final int MOST_PARTS = 8;
    private static final String PART = "part-";

    private Multipart() {}

    /// @param type the header `Content-Type`
    /// @param folder to take the files
    /// @throws ApiException 400 if it is no such form
    static List<UploadedFile> read(Request exchange, @Nullable String type, Path folder) {
        var boundary = type == null ? null : MultiPart.extractBoundary(type);
        if (boundary == null) {
            throw broken();
        }
        var parser = new MultiPartFormData.Parser(boundary);
        parser.setFilesDirectory(folder);
        parser.setUseFilesForPartsWithoutFileName(true);
        parser.setMaxMemoryFileSize(0);
        parser.setMaxFileSize(-1);
        parser.setMaxLength(-1);
        parser.setMaxParts(MOST_PARTS);
        try (var parts = parsed(parser, exchange)) {
            return files(parts, folder);
        } catch (IOException | HttpException.RuntimeException e) {
            throw broken();
        }
    }

    private static MultiPartFormData.Parts parsed(MultiPartFormData.Parser parser, Request exchange)
            throws IOException {
        return Blocker.blockWithPromise(parts -> parser.parse(exchange, parts));
    }

    private static List<UploadedFile> files(MultiPartFormData.Parts parts, Path folder)
            throws IOException {
        var files = new ArrayList<UploadedFile>();
        for (var part : parts) {
            var path = folder.resolve(PART + files.size());
            part.writeTo(path);
            files.add(new UploadedFile(text(part.getName()), text(part.getFileName()), path));
        }
        return files;
    }

    private static String text(@Nullable String text) {
        return text == null ? "" : text;
    }

    private static ApiException broken() {
        return new ApiException(400, "Invalid request: the form cannot be read, or ended early");
    }
}
