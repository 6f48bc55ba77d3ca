package dev.pileus.runtime.files;

import dev.pileus.domain.instances.files.FileProblem;
import dev.pileus.domain.instances.files.FileProblem.Kind;
import dev.pileus.runtime.posix.ErrnoException;
import java.io.IOException;

/// What the kernel refused, as clients understand it.
final class Problems {
    private Problems() {}

    /// Does something with files.
    @FunctionalInterface
    interface Work<T> {
        T run() throws IOException;
    }

    static <T> T told(Work<T> work) {
        try {
            return work.run();
        } catch (ErrnoException e) {
            throw new FileProblem(kind(e.errno()), e.words());
        } catch (IOException e) {
            throw new FileProblem(Kind.IMPOSSIBLE, String.valueOf(e.getMessage()));
        }
    }

    private static Kind kind(int errno) {
        return switch (errno) {
            case ErrnoException.ENOENT, ErrnoException.ENOTDIR -> Kind.ABSENT;
            case ErrnoException.EEXIST, ErrnoException.ENOTEMPTY -> Kind.PRESENT;
            case ErrnoException.EACCES, ErrnoException.EPERM, ErrnoException.EROFS -> Kind.DENIED;
            default -> Kind.IMPOSSIBLE;
        };
    }
}
