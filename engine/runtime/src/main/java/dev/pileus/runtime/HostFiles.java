package dev.pileus.runtime;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/// Small files by which a Linux kernel tells of itself. Kernels, containers and rights differ: what
/// is missing or unreadable is empty.
public final class HostFiles {
    private final Path root;

    /// Reads below another directory than `/`.
    public HostFiles(Path root) {
        this.root = root;
    }

    public static HostFiles ofThisHost() {
        return new HostFiles(Path.of("/"));
    }

    public Optional<String> text(String path) {
        try {
            var bytes = Files.readAllBytes(at(path));
            var text = new String(bytes, StandardCharsets.UTF_8).strip();
            return text.isEmpty() ? Optional.empty() : Optional.of(text);
        } catch (IOException | SecurityException missing) {
            return Optional.empty();
        }
    }

    public List<String> lines(String path) {
        return text(path).map(text -> text.lines().toList()).orElse(List.of());
    }

    public OptionalLong number(String path) {
        try {
            return text(path)
                    .map(Long::parseLong)
                    .map(OptionalLong::of)
                    .orElse(OptionalLong.empty());
        } catch (NumberFormatException e) {
            return OptionalLong.empty();
        }
    }

    /// Whether a file holds a number other than 0.
    public boolean flag(String path) {
        return number(path).orElse(0) != 0;
    }

    public boolean exists(String path) {
        return Files.exists(at(path));
    }

    /// The names in a directory, sorted.
    public List<String> names(String directory) {
        try (var entries = Files.list(at(directory))) {
            return entries.map(entry -> entry.getFileName().toString()).sorted().toList();
        } catch (IOException | SecurityException missing) {
            return List.of();
        }
    }

    /// The last part of what a link finally leads to.
    public Optional<String> linkName(String path) {
        return target(path).map(target -> target.getFileName().toString());
    }

    /// What a link finally leads to.
    public Optional<Path> target(String path) {
        try {
            return Optional.of(at(path).toRealPath());
        } catch (IOException | SecurityException missing) {
            return Optional.empty();
        }
    }

    private Path at(String path) {
        return root.resolve(path);
    }
}
