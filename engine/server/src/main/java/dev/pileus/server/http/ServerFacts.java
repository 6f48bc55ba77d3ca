package dev.pileus.server.http;

import java.util.List;

/// What does not change while the daemon runs.
///
/// @param version of this program
/// @param hostName what a standalone server is called
/// @param architectures the kernel's own first
public record ServerFacts(
        String version,
        String hostName,
        String kernel,
        String kernelVersion,
        List<String> architectures,
        String osName,
        String osVersion,
        long pid) {
    public ServerFacts {
        architectures = List.copyOf(architectures);
    }
}
