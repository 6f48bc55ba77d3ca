package dev.pileus.domain.instances;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;

/// Folders of plain files.
final class PlainFolders implements VolumeFolders {
    @Override
    public void make(Path folder) {
        delete(folder);
        attempt(() -> Files.createDirectories(folder));
    }

    @Override
    public void copy(Path from, Path to) {
        attempt(() -> {
            Files.createDirectories(to);
            try (var tree = Files.walk(from)) {
                for (var path : tree.skip(1).toList()) {
                    Files.copy(path, to.resolve(from.relativize(path)));
                }
            }
            return to;
        });
    }

    @Override
    public void move(Path from, Path to) {
        attempt(() -> {
            Files.createDirectories(to.resolveSibling("."));
            return Files.move(from, to);
        });
    }

    @Override
    public void delete(Path folder) {
        if (!exists(folder)) {
            return;
        }
        attempt(() -> {
            try (var tree = Files.walk(folder)) {
                for (var path : tree.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(path);
                }
            }
            return folder;
        });
    }

    @Override
    public boolean exists(Path folder) {
        return Files.exists(folder);
    }

    private static void attempt(Attempt attempt) {
        try {
            var ignored = attempt.run();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @FunctionalInterface
    private interface Attempt {
        Path run() throws IOException;
    }
}
