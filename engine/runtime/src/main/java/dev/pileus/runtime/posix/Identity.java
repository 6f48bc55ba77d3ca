package dev.pileus.runtime.posix;

import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

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

    /// Has it made by a thread that is nothing but that: who one is belongs to the thread, and ends
    /// with it.
    public <T> T make(Making<T> making) throws IOException {
        if (equals(ROOT)) {
            return making.make();
        }
        var made = new CompletableFuture<T>();
        Thread.ofPlatform()
                .name("files-as-" + uid)
                .start(() -> {
                    try {
                        assume();
                        made.complete(making.make());
                    } catch (IOException | RuntimeException e) {
                        made.completeExceptionally(e);
                    }
                });
        try {
            return made.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof IOException refused) {
                throw refused;
            }
            throw e;
        }
    }

    private void assume() throws IOException {
        Libc.PRCTL.call(PR_SET_SECUREBITS, NO_SETUID_FIXUP, 0L, 0L, 0L);
        Libc.SETFSGID.call((int) gid);
        Libc.SETFSUID.call((int) uid);
    }
}
