package dev.pileus.runtime.images;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Optional;

/// Files that lie beside the root file system of an instance, as its image brought them: from
/// strangers, so that links among them are not followed, and nothing large is read.
final class BesideRootfs {
    private static final String TEMPLATES = "templates";

    private BesideRootfs() {}

    /// `metadata.yaml`.
    static Optional<byte[]> manifest(Path folder) throws IOException {
        return read(folder.resolve(Manifests.FILE));
    }

    static Optional<String> template(Path folder, String name) throws IOException {
        var templates = folder.resolve(TEMPLATES);
        return name.isEmpty()
                        || name.contains("/")
                        || name.startsWith(".")
                        || !Files.isDirectory(templates, LinkOption.NOFOLLOW_LINKS)
                ? Optional.empty()
                : read(templates.resolve(name))
                        .map(bytes -> new String(bytes, StandardCharsets.UTF_8));
    }

    private static Optional<byte[]> read(Path file) throws IOException {
        return Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)
                        && Files.size(file) <= Manifests.LARGEST
                ? Optional.of(Files.readAllBytes(file))
                : Optional.empty();
    }
}
