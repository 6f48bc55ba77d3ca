package dev.pileus.runtime.files;

import dev.pileus.domain.instances.files.Opening;
import java.nio.file.Path;
import java.util.OptionalLong;

/// Places to mount something at, in containers that are up.
public final class MountPoints {
    private static final Opening CREATE =
            new Opening(false, true, true, true, false, false, Opening.USUAL);

    private final ContainerFiles files = new ContainerFiles();

    /// Makes sure that something is there, and what leads to it.
    ///
    /// @param process of the container
    /// @param directory whether it is to be a directory, rather than a file
    public void make(long process, String target, boolean directory) {
        try (var tree = files.open(Path.of("/nowhere"), () -> OptionalLong.of(process))) {
            if (directory) {
                TreePaths.makeDirectory(tree, target);
            } else {
                TreePaths.makeParents(tree, target);
                if (!TreePaths.isThere(tree, target)) {
                    tree.open(target, CREATE).close();
                }
            }
        }
    }
}
