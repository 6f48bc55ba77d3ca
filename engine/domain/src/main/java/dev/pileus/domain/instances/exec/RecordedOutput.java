package dev.pileus.domain.instances.exec;

import dev.pileus.domain.instances.Guest;
import java.nio.file.Path;

/// Where the output of commands is kept.
@FunctionalInterface
public interface RecordedOutput {
    /// A folder of the instance's logs, which is there.
    Path folder(Guest guest);
}
