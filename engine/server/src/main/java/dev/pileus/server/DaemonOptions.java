package dev.pileus.server;

import java.nio.file.Path;

/// How a daemon is started.
///
/// @param stateDir everything it keeps; `INCUS_DIR` of the stock client
/// @param group who may use the socket beside the owner; empty: nobody
public record DaemonOptions(Path stateDir, String group) {
    public static DaemonOptions in(Path stateDir) {
        return new DaemonOptions(stateDir, "");
    }

    public DaemonOptions {
        stateDir = stateDir.toAbsolutePath();
    }
}
