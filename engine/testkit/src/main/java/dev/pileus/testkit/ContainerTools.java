package dev.pileus.testkit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/// What our engine needs to start containers. Knows no JUnit: it serves the bench as well.
final class ContainerTools {
    private ContainerTools() {}

    /// What is missing here, with the command that installs it; empty when nothing.
    static Optional<String> missing() {
        if (!isRoot()) {
            return Optional.of("Containers need root: run the tests as root");
        }
        if (Programs.find("lxc-start").isEmpty()) {
            return Optional.of("No lxc-start: apt-get install lxc");
        }
        return Files.isExecutable(GuestImage.BUSYBOX)
                ? Optional.empty()
                : Optional.of(
                        "No %s for containers: apt-get install busybox-static"
                                .formatted(GuestImage.BUSYBOX));
    }

    static boolean isRoot() {
        try {
            return Integer.valueOf(0).equals(Files.getAttribute(Path.of("/proc/self"), "unix:uid"));
        } catch (IOException | UnsupportedOperationException notLinux) {
            return false;
        }
    }
}
