package dev.pileus.server.http.routes;

import dev.pileus.api.ApiException;
import dev.pileus.domain.instances.Guest;
import dev.pileus.domain.instances.files.FileChange;
import dev.pileus.domain.instances.files.FileEntry;
import dev.pileus.domain.instances.files.FileKind;
import dev.pileus.domain.instances.files.FileProblem;
import dev.pileus.domain.instances.files.FileTree;
import dev.pileus.domain.instances.files.FilesService;
import dev.pileus.domain.instances.files.FilesService.Done;
import dev.pileus.domain.instances.files.Opening;
import dev.pileus.server.http.Access;
import dev.pileus.server.http.Answer;
import dev.pileus.server.http.Request;
import dev.pileus.server.http.RouteTable;
import dev.pileus.server.http.Routes;
import dev.pileus.server.sftp.SftpSession;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.function.BiFunction;

/// `/1.0/instances/NAME/files?path=` and `/sftp` (CONTRACT 16.2).
public final class FileRoutes implements Routes {
    private static final String FILES = "/1.0/instances/{name}/files";
    private static final String SFTP = "sftp";
    private static final int LONGEST_LINK = 4096;
    private static final int USUAL_DIRECTORY = 0755;

    /// Somebody may keep files mounted, or an editor open, without a word.
    private static final Duration SILENCE = Duration.ofHours(8);

    private final FilesService files;
    private final GuestHomes homes;

    public FileRoutes(FilesService files, GuestHomes homes) {
        this.files = files;
        this.homes = homes;
    }

    @Override
    public void addTo(RouteTable.Builder table) {
        table.get(FILES, Access.PROJECT, homes.atHome(told(this::show)))
                .head(FILES, Access.PROJECT, homes.atHome(told(this::describe)))
                .post(FILES, Access.PROJECT, homes.atHome(told(this::push)))
                .delete(FILES, Access.PROJECT, homes.atHome(told(this::delete)))
                .get("/1.0/instances/{name}/sftp", Access.PROJECT, homes.atHome(told(this::talk)));
    }

    private Answer show(Request request, Guest guest) {
        var path = path(request);
        try (var tree = files.open(guest)) {
            var entry = tree.entry(path, false);
            var answer =
                    switch (entry.kind()) {
                        case DIRECTORY ->
                                new Answer.Described(tree.names(path), FileHeaders.of(entry));
                        case SYMLINK -> link(path, entry, tree.target(path));
                        case FILE, OTHER -> content(path, tree);
                    };
            files.tell(Done.RETRIEVED, guest, path);
            return answer;
        }
    }

    private static Answer link(String path, FileEntry entry, String target) {
        var bytes = target.getBytes(StandardCharsets.UTF_8);
        return new Answer.Stream(
                200, headers(path, entry, bytes.length), output -> output.write(bytes));
    }

    /// Files of the kernel's own have no length before they are read.
    private static Answer content(String path, FileTree tree) {
        try (var file = tree.open(path, Opening.READ)) {
            var entry = file.entry();
            var content = file.release();
            var headers = headers(path, entry, entry.size());
            var length = entry.size() == 0 ? Long.MAX_VALUE : entry.size();
            if (entry.size() == 0) {
                headers.remove("Content-Length");
            }
            return new Answer.Stream(
                    200,
                    headers,
                    output -> {
                        try (content) {
                            content.transferTo(0, length, Channels.newChannel(output));
                        }
                    });
        }
    }

    private static Map<String, String> headers(String path, FileEntry entry, long length) {
        var name = path.substring(path.lastIndexOf('/') + 1);
        var headers = new HashMap<>(HostFile.headers(name, length, entry.modified()));
        headers.putAll(FileHeaders.of(entry));
        return headers;
    }

    private Answer describe(Request request, Guest guest) {
        try (var tree = files.open(guest)) {
            var entry = tree.entry(path(request), false);
            var headers = new HashMap<>(FileHeaders.of(entry));
            headers.put(
                    "Content-Type",
                    entry.kind() == FileKind.FILE
                            ? "application/octet-stream"
                            : "application/json");
            headers.put("Content-Length", "0");
            return new Answer.Stream(200, headers, output -> {});
        }
    }

    private Answer push(Request request, Guest guest) {
        var path = path(request);
        var wanted = FileHeaders.read(request);
        try (var tree = files.open(guest)) {
            switch (wanted.kind()) {
                case FILE -> write(request, tree, path, wanted);
                case DIRECTORY -> makeDirectory(tree, path, wanted.change());
                case SYMLINK -> {
                    tree.makeLink(path, target(request));
                    tree.change(path, false, wanted.change());
                }
                case OTHER -> throw new IllegalStateException("nobody can ask for that");
            }
        }
        files.tell(Done.PUSHED, guest, path);
        return Answer.done();
    }

    private static void write(
            Request request, FileTree tree, String path, FileHeaders.Wanted wanted) {
        var opening = wanted.append() ? Opening.APPEND : Opening.OVERWRITE;
        try (var file = tree.open(path, opening)) {
            var ignored = request.body().transferTo(Channels.newOutputStream(file.content()));
            file.change(wanted.change());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// One that is there stays as it is.
    private static void makeDirectory(FileTree tree, String path, FileChange change) {
        try {
            tree.makeDirectory(path, USUAL_DIRECTORY);
        } catch (FileProblem e) {
            if (e.kind() == FileProblem.Kind.PRESENT
                    && tree.entry(path, true).kind() == FileKind.DIRECTORY) {
                return;
            }
            throw e;
        }
        tree.change(path, false, change);
    }

    private static String target(Request request) {
        try {
            var target = request.body().readNBytes(LONGEST_LINK);
            return new String(target, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Answer delete(Request request, Guest guest) {
        var path = path(request);
        try (var tree = files.open(guest)) {
            if (tree.entry(path, false).kind() == FileKind.DIRECTORY) {
                tree.removeDirectory(path);
            } else {
                tree.removeFile(path);
            }
        }
        files.tell(Done.DELETED, guest, path);
        return Answer.done();
    }

    private Answer talk(Request request, Guest guest) {
        if (!request.header("Upgrade").equalsIgnoreCase(SFTP)) {
            throw new ApiException(400, "Missing or invalid upgrade header");
        }
        // what is wrong is said before the connection changes hands
        files.open(guest).close();
        return new Answer.Upgrade(
                SFTP,
                tunnel -> {
                    tunnel.allowSilence(SILENCE);
                    try (tunnel;
                            var tree = files.open(guest)) {
                        new SftpSession(tunnel.in(), tunnel.out(), tree).serve();
                    }
                });
    }

    private static String path(Request request) {
        var path = request.query("path");
        if (path.isEmpty()) {
            throw new ApiException(400, "Missing path argument");
        }
        return path;
    }

    /// Problems as refusals.
    private static BiFunction<Request, Guest, Answer> told(
            BiFunction<Request, Guest, Answer> work) {
        return (request, guest) -> {
            try {
                return work.apply(request, guest);
            } catch (FileProblem problem) {
                throw switch (problem.kind()) {
                    case ABSENT -> new ApiException(404, "Not Found");
                    case PRESENT -> new ApiException(409, problem.words());
                    case DENIED -> new ApiException(403, problem.words());
                    case IMPOSSIBLE -> new ApiException(400, problem.words());
                };
            }
        };
    }
}
