package dev.pileus.runtime.files;

import dev.pileus.domain.instances.files.FileProblem;
import dev.pileus.domain.instances.files.FileTree;
import dev.pileus.domain.instances.files.Opening;
import java.nio.file.Path;
import java.util.OptionalLong;

/// Places to mount something at, in containers that are up.
public final class MountPoints {
    private static final int OPEN_TO_ALL = 0755;
    private static final Opening CREATE =
            new Opening(false, true, true, true, false, false, Opening.USUAL);

    private final ContainerFiles files = new ContainerFiles();

    /// Makes sure that something is there, and what leads to it.
    ///
    /// @param process of the container
    /// @param directory whether it is to be a directory, rather than a file
    public void make(long process, String target, boolean directory) {
        try (var tree = files.open(Path.of("/nowhere"), () -> OptionalLong.of(process))) {
            var path = Path.of(target).normalize();
            for (var depth = 1; depth < path.getNameCount(); depth++) {
                directory(tree, "/" + path.subpath(0, depth));
            }
            if (directory) {
                directory(tree, path.toString());
            } else if (isAbsent(tree, path.toString())) {
                tree.open(path.toString(), CREATE).close();
            }
        }
    }

    private static void directory(FileTree tree, String path) {
        if (isAbsent(tree, path)) {
            tree.makeDirectory(path, OPEN_TO_ALL);
        }
    }

    private static boolean isAbsent(FileTree tree, String path) {
        try {
            var ignored = tree.entry(path, true);
            return false;
        } catch (FileProblem e) {
            if (e.kind() == FileProblem.Kind.ABSENT) {
                return true;
            }
            throw e;
        }
    }
}
