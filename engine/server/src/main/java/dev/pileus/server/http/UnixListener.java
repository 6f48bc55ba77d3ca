package dev.pileus.server.http;

import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.GroupPrincipal;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;
import java.nio.file.attribute.UserPrincipalNotFoundException;
import org.eclipse.jetty.unixdomain.server.UnixDomainServerConnector;

/// The socket that gives full trust: whoever may open the file may do everything.
public final class UnixListener {
    private UnixListener() {}

    /// Replaces the socket that an earlier daemon left.
    ///
    /// @param group who may use it beside the owner; empty: the owner's group
    /// @throws IOException if the path is too long, or the directory not ours, or the group unknown
    public static void open(HttpServer server, Path socket, String group) throws IOException {
        Files.deleteIfExists(socket);
        var connector = new UnixDomainServerConnector(server.jetty(), HttpServer.http());
        connector.setUnixDomainPath(socket);
        connector.setIdleTimeout(HttpServer.idle().toMillis());
        try {
            server.add(connector);
        } catch (IOException e) {
            throw new IOException("cannot listen on " + socket + ": " + e.getMessage(), e);
        }
        admit(socket, group);
    }

    private static GroupPrincipal group(String name, FileSystem files) throws IOException {
        try {
            return files.getUserPrincipalLookupService().lookupPrincipalByGroupName(name);
        } catch (UserPrincipalNotFoundException e) {
            throw new IOException("there is no group \"" + name + "\" on this host", e);
        }
    }

    private static void admit(Path socket, String group) throws IOException {
        if (!group.isEmpty()) {
            Files.getFileAttributeView(
                            socket, PosixFileAttributeView.class, LinkOption.NOFOLLOW_LINKS)
                    .setGroup(group(group, socket.getFileSystem()));
        }
        Files.setPosixFilePermissions(socket, PosixFilePermissions.fromString("rw-rw----"));
    }
}
