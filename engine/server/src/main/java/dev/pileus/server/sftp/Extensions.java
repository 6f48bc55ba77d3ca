package dev.pileus.server.sftp;

import dev.pileus.domain.instances.files.FileTree;
import java.io.IOException;

/// What OpenSSH has added to the protocol.
final class Extensions {
    static final String POSIX_RENAME = "posix-rename@openssh.com";
    static final String HARDLINK = "hardlink@openssh.com";
    static final String FSYNC = "fsync@openssh.com";

    private Extensions() {}

    static Reply answer(int id, Message message, FileTree tree, Handles handles)
            throws IOException {
        switch (message.text()) {
            case POSIX_RENAME -> tree.rename(message.text(), message.text(), true);
            case HARDLINK -> {
                var existing = message.text();
                tree.makeName(message.text(), existing);
            }
            case FSYNC -> handles.file(message.text()).content().force(true);
            default -> {
                return Reply.status(id, Type.UNSUPPORTED, "not supported");
            }
        }
        return Reply.ok(id);
    }
}
