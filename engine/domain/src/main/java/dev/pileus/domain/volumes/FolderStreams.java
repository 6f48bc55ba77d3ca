package dev.pileus.domain.volumes;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;

/// Whole folders of this member's disks as streams, with owners, modes, links, attributes and
/// devices. A stream tells its own end and what it holds: one that was broken off, or damaged, is
/// noticed.
public interface FolderStreams {
    /// Writes a folder.
    ///
    /// @throws IOException when nobody takes it any more
    void send(Path folder, OutputStream output) throws IOException;

    /// Reads what [#send] wrote.
    ///
    /// @param folder exists and is empty
    /// @throws dev.pileus.api.ApiException when not everything has come
    void receive(InputStream input, Path folder);
}
