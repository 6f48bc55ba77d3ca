package dev.pileus.server.http.routes;

import dev.pileus.api.ApiException;
import dev.pileus.domain.instances.files.FileChange;
import dev.pileus.domain.instances.files.FileEntry;
import dev.pileus.domain.instances.files.FileKind;
import dev.pileus.server.http.Request;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/// What headers say of files, in both families' names.
final class FileHeaders {
    private static final List<String> FAMILIES = List.of("X-Incus-", "X-LXD-");

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss Z 'UTC'", Locale.ROOT)
                    .withZone(ZoneOffset.UTC);

    private static final long LARGEST_ID = 0xffff_fffeL;
    private static final int PERMISSIONS = 07777;

    private FileHeaders() {}

    /// What a client wants to be there.
    ///
    /// @param append whether the content goes to the end of what is there
    record Wanted(FileKind kind, boolean append, FileChange change) {}

    static Map<String, String> of(FileEntry entry) {
        var headers = new HashMap<String, String>();
        for (var family : FAMILIES) {
            headers.put(family + "Type", entry.kind().word());
            headers.put(family + "Uid", Long.toString(entry.uid()));
            headers.put(family + "Gid", Long.toString(entry.gid()));
            headers.put(family + "Mode", "%04o".formatted(entry.mode()));
            headers.put(family + "Modified", TIME.format(entry.modified()));
        }
        return headers;
    }

    /// Reads what is wanted.
    ///
    /// @throws ApiException 400
    static Wanted read(Request request) {
        var change =
                new FileChange(
                        OptionalLong.empty(),
                        id(request, "uid"),
                        id(request, "gid"),
                        mode(header(request, "mode")),
                        Optional.empty());
        return new Wanted(kind(header(request, "type")), append(header(request, "write")), change);
    }

    private static String header(Request request, String name) {
        return FAMILIES.stream()
                .map(family -> request.header(family + name))
                .filter(value -> !value.isEmpty())
                .findFirst()
                .orElse("");
    }

    private static FileKind kind(String type) {
        return switch (type) {
            case "", "file" -> FileKind.FILE;
            case "directory" -> FileKind.DIRECTORY;
            case "symlink" -> FileKind.SYMLINK;
            default -> throw new ApiException(400, "Bad file type: " + type);
        };
    }

    private static boolean append(String write) {
        return switch (write) {
            case "", "overwrite" -> false;
            case "append" -> true;
            default -> throw new ApiException(400, "Bad file write mode: " + write);
        };
    }

    private static OptionalLong id(Request request, String name) {
        var text = header(request, name);
        if (text.isEmpty()) {
            return OptionalLong.empty();
        }
        try {
            var id = Long.parseLong(text);
            if (id >= 0 && id <= LARGEST_ID) {
                return OptionalLong.of(id);
            }
        } catch (NumberFormatException e) {
            // said below
        }
        throw new ApiException(400, "Bad file %s: %s".formatted(name, text));
    }

    private static OptionalInt mode(String text) {
        if (text.isEmpty()) {
            return OptionalInt.empty();
        }
        try {
            var mode = Integer.parseInt(text.replaceFirst("^0o", ""), 8);
            if (mode >= 0 && mode <= PERMISSIONS) {
                return OptionalInt.of(mode);
            }
        } catch (NumberFormatException e) {
            // said below
        }
        throw new ApiException(400, "Bad file mode: " + text);
    }
}
