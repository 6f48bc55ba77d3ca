package dev.pileus.testkit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;

/// Looks whether our engine can start containers here; see [RealContainers].
final class RealContainersExtension implements ExecutionCondition {
    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        return PeerExtension.verdict(missing(), "true".equals(System.getenv("CI")));
    }

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
