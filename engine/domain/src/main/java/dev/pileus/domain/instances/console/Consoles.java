package dev.pileus.domain.instances.console;

import dev.pileus.domain.instances.Guest;
import dev.pileus.domain.instances.exec.Execution;
import dev.pileus.domain.instances.exec.Stdio;

/// The consoles of the instances of this member's host.
@FunctionalInterface
public interface Consoles {
    /// Sits down in front of one, until its end or ours.
    Execution open(Guest guest, Stdio.Terminal terminal);
}
