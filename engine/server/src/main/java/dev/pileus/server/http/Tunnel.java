package dev.pileus.server.http;

import java.io.Closeable;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;

/// A connection that speaks another protocol than HTTP from now on. Reads and writes block, and end
/// when either side closes.
public interface Tunnel extends Closeable {
    InputStream in();

    OutputStream out();

    /// Lets it be silent for so long before it is closed.
    void allowSilence(Duration patience);

    @Override
    void close();
}
