package dev.pileus.database.raft.wire;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/// A call to another member did not succeed: out of reach, no answer in time, or refused there.
public final class WireException extends IOException {
    private static final long serialVersionUID = 1L;

    public WireException(String message) {
        super(message);
    }

    public WireException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
