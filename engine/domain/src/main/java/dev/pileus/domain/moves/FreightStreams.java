package dev.pileus.domain.moves;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;

/// Whole folders as streams, with everything that a root file system is made of: owners as numbers,
/// modes, links, attributes, device nodes. What cannot be done is an [dev.pileus.api.ApiException].
/// Safe for use by many threads.
public interface FreightStreams {
    /// Reads a folder as one stream.
    ///
    /// @param reader reads it to its end
    void pack(Path folder, Reader reader) throws InterruptedException;

    /// Makes a folder from such a stream, which is read to its end. When this returns, all of it
    /// has reached the disk.
    ///
    /// @param folder must not exist
    void unpack(InputStream stream, Path folder) throws InterruptedException;

    /// The bytes of all files in it.
    long size(Path folder);

    /// Who reads a stream.
    @FunctionalInterface
    interface Reader {
        void read(InputStream stream) throws IOException, InterruptedException;
    }
}
