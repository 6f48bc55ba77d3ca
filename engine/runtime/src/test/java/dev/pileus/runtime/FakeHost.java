package dev.pileus.runtime;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// A tree of files as a kernel shows them.
public final class FakeHost {
    private final Path root;

    public FakeHost(Path root) {
        this.root = root;
    }

    public HostFiles files() {
        return new HostFiles(root);
    }

    public FakeHost file(String path, String text) {
        try {
            Files.createDirectories(root.resolve(path).getParent());
            Files.writeString(root.resolve(path), text + "\n");
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public FakeHost link(String path, String target) {
        try {
            Files.createDirectories(root.resolve(path).getParent());
            Files.createDirectories(root.resolve(target));
            Files.createSymbolicLink(root.resolve(path), root.resolve(target));
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
