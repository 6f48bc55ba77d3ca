/// The file transfer protocol that `incus file` speaks: SFTP version 3
/// (draft-ietf-secsh-filexfer-02) without SSH around it.
@NullMarked
package dev.pileus.server.sftp;

import org.jspecify.annotations.NullMarked;
