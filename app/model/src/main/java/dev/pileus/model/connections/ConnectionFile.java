package dev.pileus.model.connections;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.stream.IntStream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// The JSON file under [ConnectionBook]: read whole, written whole or not at all, for its owner
/// only. A file that is no JSON object is moved aside, never overwritten.
final class ConnectionFile {
    static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private final Path file;

    ConnectionFile(Path file) {
        this.file = file;
    }

    /// @param document what the file holds; an empty object when there is none
    /// @param setAside where a damaged file was put
    record Content(ObjectNode document, Optional<Path> setAside) {}

    Content read() throws IOException {
        if (Files.notExists(file)) {
            return new Content(JSON.createObjectNode(), Optional.empty());
        }
        try {
            if (JSON.readTree(Files.readString(file)) instanceof ObjectNode document) {
                return new Content(document, Optional.empty());
            }
        } catch (JacksonException | CharacterCodingException damaged) {
            // moved aside below, like JSON of another kind
        }
        return new Content(JSON.createObjectNode(), Optional.of(setAside()));
    }

    private Path setAside() throws IOException {
        var free =
                IntStream.iterate(1, number -> number + 1)
                        .mapToObj(number -> Path.of(file + ".damaged-" + number))
                        .filter(Files::notExists)
                        .findFirst()
                        .orElseThrow();
        return Files.move(file, free);
    }

    void write(ObjectNode document) throws IOException {
        var directory = file.toAbsolutePath().getParent();
        if (directory == null) {
            throw new IOException(file + " is a directory");
        }
        Files.createDirectories(directory, permissions(directory, "rwx------"));
        var draft =
                Files.createTempFile(directory, ".", ".new", permissions(directory, "rw-------"));
        try {
            fill(draft, JSON.writeValueAsString(document) + "\n");
            Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(draft);
        }
    }

    private static void fill(Path draft, String text) throws IOException {
        try (var channel = FileChannel.open(draft, StandardOpenOption.WRITE)) {
            var bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(true);
        }
    }

    /// None on Windows, where the user's profile directory protects the file.
    private static FileAttribute<?>[] permissions(Path directory, String permissions) {
        return directory.getFileSystem().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(
                            PosixFilePermissions.fromString(permissions))
                }
                : new FileAttribute<?>[0];
    }
}
