package dev.pileus.runtime.posix;

import java.io.IOException;

/// As whom files are made. On a file system whose owners are a container's, the host's root is
/// nobody and can make nothing (`EOVERFLOW`).
///
/// @param uid on the host
/// @param gid on the host
public record Identity(long uid, long gid) {
    /// The host's own root, which needs no disguise.
    public static final Identity ROOT = new Identity(0, 0);

    private static final int PR_SET_SECUREBITS = 28;

    /// Another identity takes no rights away.
    private static final long NO_SETUID_FIXUP = 1 << 2;

    /// Makes something.
    @FunctionalInterface
    public interface Making<T> {
        T make() throws IOException;
    }

    /// Has it made in a thread of its own: who one is belongs to the thread.
    public <T> T make(Making<T> making) throws IOException {
        if (equals(ROOT)) {
            return making.make();
        }
        return OwnThread.call(
                "files-as-" + uid,
                () -> {
                    assume();
                    return making.make();
                });
    }

    private void assume() throws IOException {
        Libc.PRCTL.call(PR_SET_SECUREBITS, NO_SETUID_FIXUP, 0L, 0L, 0L);
        Libc.SETFSGID.call((int) gid);
        Libc.SETFSUID.call((int) uid);
    }
}
