package dev.pileus.cli.sandbox;

import java.nio.file.Path;

/// One member of the sandbox.
///
/// @param folder its state directory
/// @param address `host:port` on the loopback interface
record SandboxMember(String name, Path folder, String address) {
    Path socket() {
        return folder.resolve("unix.socket");
    }

    Path log() {
        return folder.resolve("daemon.log");
    }
}
