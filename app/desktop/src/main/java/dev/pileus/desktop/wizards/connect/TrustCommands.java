package dev.pileus.desktop.wizards.connect;

import java.nio.file.Path;

/// What an admin types at the server to have a client trusted.
///
/// @param isIncus else LXD
record TrustCommands(boolean isIncus) {
    private static final String CLIENT = "pileus";

    /// Issues a token.
    String token() {
        return isIncus
                ? "incus config trust add " + CLIENT
                : "lxc config trust add --name " + CLIENT;
    }

    /// Trusts a certificate in a file.
    String byHand(Path certificate) {
        return (isIncus ? "incus config trust add-certificate " : "lxc config trust add ")
                + quoted(certificate.toString());
    }

    private static String quoted(String path) {
        return path.matches("[\\w./:\\\\@+-]+") ? path : "'" + path.replace("'", "'\\''") + "'";
    }
}
