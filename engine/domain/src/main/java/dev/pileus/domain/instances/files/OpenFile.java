package dev.pileus.domain.instances.files;

import java.nio.channels.FileChannel;

/// A regular file whose content is read or written. What is told and changed is this file, whatever
/// has its name by now.
public interface OpenFile extends AutoCloseable {
    FileChannel content();

    FileEntry entry();

    void change(FileChange change);

    /// Lets the content outlive this: it is the caller's to close from now on.
    FileChannel release();

    @Override
    void close();
}
