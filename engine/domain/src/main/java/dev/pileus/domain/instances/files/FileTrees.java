package dev.pileus.domain.instances.files;

import java.nio.file.Path;
import java.util.OptionalLong;
import java.util.function.Supplier;

/// Opens the files of instances on this member's host.
public interface FileTrees {
    /// What the instance sees as `/`: with everything that is mounted there while it is up.
    ///
    /// @param rootfs its files on the host
    /// @param pid of its first process at the moment; absent while it is down
    FileTree open(Path rootfs, Supplier<OptionalLong> pid);
}
