package dev.pileus.runtime.posix;

import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/// Does something in a thread that is nothing but that: what the kernel keeps per thread (who it
/// is, which files it sees) may be changed there, and ends with it.
final class OwnThread {
    private OwnThread() {}

    /// Some work.
    @FunctionalInterface
    interface Work<T> {
        T run() throws IOException;
    }

    /// Waits for it.
    static <T> T call(String name, Work<T> work) throws IOException {
        var done = new CompletableFuture<T>();
        Thread.ofPlatform()
                .name(name)
                .start(() -> {
                    try {
                        done.complete(work.run());
                    } catch (IOException | RuntimeException e) {
                        done.completeExceptionally(e);
                    }
                });
        try {
            return done.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof IOException refused) {
                throw refused;
            }
            throw e;
        }
    }
}
