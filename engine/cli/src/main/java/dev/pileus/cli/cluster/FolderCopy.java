package dev.pileus.cli.cluster;

import dev.pileus.cli.CommandException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/// Copies a folder with everything in it.
final class FolderCopy {
    private FolderCopy() {}

    static Path of(Path source, Path target) {
        try (var paths = Files.walk(source)) {
            for (var path : paths.toList()) {
                // attributes: nobody else may read the copy either
                Files.copy(
                        path,
                        target.resolve(source.relativize(path).toString()),
                        StandardCopyOption.COPY_ATTRIBUTES);
            }
            return target;
        } catch (IOException e) {
            throw new CommandException(
                    "cannot keep a copy of the database, so nothing was done: " + e.getMessage(),
                    e);
        }
    }
}
