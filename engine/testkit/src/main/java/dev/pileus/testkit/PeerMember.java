package dev.pileus.testkit;

import java.net.URI;
import java.nio.file.Path;

/// A member of a real cluster, as it is now.
///
/// @param address `https://127.0.0.1:port`
/// @param socket the unix socket that gives full trust
/// @param stateDir what `INCUS_DIR` or `LXD_DIR` of the member is
/// @param pid of the daemon; of the last one while it is down
public record PeerMember(
        String name, URI address, Path socket, Path stateDir, long pid, Path logFile) {
    /// `127.0.0.1:port`, as the `addresses` of tokens and `core.https_address` have it.
    public String hostAndPort() {
        return address.getAuthority();
    }
}
