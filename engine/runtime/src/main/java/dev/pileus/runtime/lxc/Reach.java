package dev.pileus.runtime.lxc;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;

/// Whether the users of containers get through to something of the host. liblxc mounts what a
/// container sees as that container's own root, who is nobody outside of it.
final class Reach {
    private Reach() {}

    /// Both ways to it: by its name, and where links on the way lead.
    static boolean isOpen(Path path) {
        try {
            return leadsOpenly(path.toAbsolutePath()) && leadsOpenly(path.toRealPath());
        } catch (IOException e) {
            return false;
        }
    }

    private static boolean leadsOpenly(Path path) throws IOException {
        for (var folder = path.getParent(); folder != null; folder = folder.getParent()) {
            if (!Files.getPosixFilePermissions(folder)
                    .contains(PosixFilePermission.OTHERS_EXECUTE)) {
                return false;
            }
        }
        return true;
    }
}
