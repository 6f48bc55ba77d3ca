package dev.pileus.client.remotes;

import java.nio.file.Path;

/// A file of the stock clients that could not be used. The others are used all the same. Details
/// are English.
public sealed interface ConfigProblem {
    Path file();

    /// The operating system refuses to read it.
    record Unreadable(Path file, String detail) implements ConfigProblem {}

    /// It is not what it should be: no YAML, no remotes in it, no certificate.
    record Malformed(Path file, String detail) implements ConfigProblem {}

    /// One remote in it makes no sense.
    record BadRemote(Path file, String remote, String detail) implements ConfigProblem {}
}
