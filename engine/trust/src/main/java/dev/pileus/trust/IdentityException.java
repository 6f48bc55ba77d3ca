package dev.pileus.trust;

import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// A certificate or key file cannot be used. The subclass says why, so that a window can say it in
/// the user's language; the message says it in English and names the file.
public abstract sealed class IdentityException extends IOException {
    private final Path file;

    private IdentityException(Path file, String problem, @Nullable Throwable cause) {
        super(file + ": " + problem, cause);
        this.file = file;
    }

    public Path file() {
        return file;
    }

    /// There is no such file.
    public static final class Missing extends IdentityException {
        Missing(Path file, Throwable cause) {
            super(file, "no such file", cause);
        }
    }

    /// The operating system refuses to read the file.
    public static final class Unreadable extends IdentityException {
        Unreadable(Path file, Throwable cause) {
            super(file, "cannot be read: " + cause.getMessage(), cause);
        }
    }

    /// The key is protected by a passphrase and was not tried.
    public static final class PassphraseProtected extends IdentityException {
        PassphraseProtected(Path file) {
            super(file, "the private key is protected by a passphrase", null);
        }
    }

    /// The file holds no PEM certificate or key that this program understands.
    public static final class Malformed extends IdentityException {
        Malformed(Path file, String problem, @Nullable Throwable cause) {
            super(file, problem, cause);
        }
    }

    /// The private key belongs to another certificate.
    public static final class Mismatched extends IdentityException {
        Mismatched(Path file, Throwable cause) {
            super(file, "the private key does not belong to the certificate", cause);
        }
    }
}
