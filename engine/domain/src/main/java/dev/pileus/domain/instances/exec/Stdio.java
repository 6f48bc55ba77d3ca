package dev.pileus.domain.instances.exec;

import java.nio.file.Path;

/// What a command's standard streams are.
public sealed interface Stdio {
    /// A terminal.
    record Terminal(int columns, int rows) implements Stdio {}

    /// Three streams to whoever started it.
    record Piped() implements Stdio {}

    /// Nothing to read, and files for what it writes.
    record Recorded(Path output, Path errors) implements Stdio {}

    /// Nothing to read, and all that it writes is lost.
    record Nothing() implements Stdio {}
}
