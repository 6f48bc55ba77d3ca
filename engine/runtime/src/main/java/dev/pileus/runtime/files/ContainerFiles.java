package dev.pileus.runtime.files;

import dev.pileus.domain.instances.files.FileTree;
import dev.pileus.domain.instances.files.FileTrees;
import dev.pileus.runtime.posix.RootDirectory;
import java.io.IOException;
import java.nio.file.Path;
import java.util.OptionalLong;
import java.util.function.Supplier;

/// The files of containers on this host.
public final class ContainerFiles implements FileTrees {
    @Override
    public FileTree open(Path rootfs, Supplier<OptionalLong> pid) {
        return Problems.told(() -> {
            var first = pid.get();
            return first.isPresent() ? seenBy(first.getAsLong(), rootfs, pid) : lying(rootfs);
        });
    }

    /// The way through a process leads into its mounts. Numbers of processes are used again: only
    /// when it is still the one is the directory behind it the container's.
    private static FileTree seenBy(long process, Path rootfs, Supplier<OptionalLong> pid)
            throws IOException {
        var place = Path.of("/proc", Long.toString(process));
        var root = RootDirectory.at(place.resolve("root"));
        try {
            var owners = Owners.of(place);
            if (pid.get().equals(OptionalLong.of(process))) {
                return new RootedTree(root, owners);
            }
        } catch (IOException e) {
            // it has just ended
        }
        root.close();
        return lying(rootfs);
    }

    private static FileTree lying(Path rootfs) throws IOException {
        return new RootedTree(RootDirectory.at(rootfs), Owners.NATURAL);
    }
}
