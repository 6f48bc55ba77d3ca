package dev.pileus.model.connections;

import dev.pileus.trust.IdentityFiles;

/// Which certificate the console shows a server.
public sealed interface IdentityChoice {
    /// The console's own.
    record Own() implements IdentityChoice {}

    /// A pair in files that belong to somebody else, usually a stock client. Only read.
    record Files(IdentityFiles files) implements IdentityChoice {}
}
