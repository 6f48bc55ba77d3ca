package dev.pileus.runtime.posix;

import java.io.IOException;
import java.util.Map;

/// A call that the kernel refused.
public final class ErrnoException extends IOException {
    public static final int EPERM = 1;
    public static final int ENOENT = 2;
    public static final int ESRCH = 3;
    public static final int EINTR = 4;
    public static final int EIO = 5;
    public static final int ENXIO = 6;
    public static final int EAGAIN = 11;
    public static final int EACCES = 13;
    public static final int EEXIST = 17;
    public static final int EXDEV = 18;
    public static final int ENOTDIR = 20;
    public static final int EISDIR = 21;
    public static final int EINVAL = 22;
    public static final int ENOSPC = 28;
    public static final int EROFS = 30;
    public static final int EPIPE = 32;
    public static final int ENAMETOOLONG = 36;
    public static final int ENOSYS = 38;
    public static final int ENOTEMPTY = 39;
    public static final int ELOOP = 40;

    private static final long serialVersionUID = 1L;

    private static final Map<Integer, String> WORDS =
            Map.ofEntries(
                    Map.entry(EPERM, "operation not permitted"),
                    Map.entry(ENOENT, "no such file or directory"),
                    Map.entry(ESRCH, "no such process"),
                    Map.entry(EIO, "input/output error"),
                    Map.entry(EAGAIN, "try again"),
                    Map.entry(EACCES, "permission denied"),
                    Map.entry(EEXIST, "file exists"),
                    Map.entry(EXDEV, "invalid cross-device link"),
                    Map.entry(ENOTDIR, "not a directory"),
                    Map.entry(EISDIR, "is a directory"),
                    Map.entry(EINVAL, "invalid argument"),
                    Map.entry(ENOSPC, "no space left on device"),
                    Map.entry(EROFS, "read-only file system"),
                    Map.entry(EPIPE, "broken pipe"),
                    Map.entry(ENAMETOOLONG, "file name too long"),
                    Map.entry(ENOSYS, "not offered by this kernel"),
                    Map.entry(ENOTEMPTY, "directory not empty"),
                    Map.entry(ELOOP, "too many levels of symbolic links"));

    private final int errno;

    ErrnoException(String call, int errno) {
        super(call + ": " + words(errno));
        this.errno = errno;
    }

    public int errno() {
        return errno;
    }

    /// Such as `directory not empty`.
    public String words() {
        return words(errno);
    }

    private static String words(int errno) {
        return WORDS.getOrDefault(errno, "error " + errno);
    }
}
