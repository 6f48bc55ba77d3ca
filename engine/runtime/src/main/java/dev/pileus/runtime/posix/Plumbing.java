package dev.pileus.runtime.posix;

import java.nio.file.Path;

/// What a program's standard streams are.
public sealed interface Plumbing {
    /// A terminal, which the program's session then owns.
    record Terminal(Pty pty) implements Plumbing {}

    /// Three pipes to us.
    record Pipes() implements Plumbing {}

    /// Nothing to read, and files to write to.
    record Files(Path output, Path errors) implements Plumbing {
        /// All that it writes is lost.
        public static Files none() {
            return new Files(Path.of("/dev/null"), Path.of("/dev/null"));
        }
    }
}
