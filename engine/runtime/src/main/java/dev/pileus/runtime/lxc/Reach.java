package dev.pileus.runtime.lxc;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;

/// Whether the users of containers get through to something of the host. liblxc mounts what a
/// container sees as that container's own root, who is nobody outside of it.
final class Reach {
    private Reach() {}

    static boolean isOpen(Path path) {
        try {
            var real = path.toRealPath();
            for (var folder = real.getParent(); folder != null; folder = folder.getParent()) {
                if (!Files.getPosixFilePermissions(folder)
                        .contains(PosixFilePermission.OTHERS_EXECUTE)) {
                    return false;
                }
            }
            return true;
        } catch (IOException e) {
            return false;
        }
    }
}
