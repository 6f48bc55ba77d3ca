package dev.pileus.database.raft.wire;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/// One open duplex stream to another member, already authenticated. Closing it ends reads and
/// writes that block on it.
public interface PeerChannel extends Closeable {
    InputStream in();

    OutputStream out();

    @Override
    void close() throws IOException;
}
