package dev.pileus.server.sftp;

import dev.pileus.domain.instances.files.FileChange;
import dev.pileus.domain.instances.files.FileEntry;
import dev.pileus.domain.instances.files.FileProblem;
import dev.pileus.domain.instances.files.FileTree;
import dev.pileus.domain.instances.files.OpenFile;
import java.nio.channels.FileChannel;

/// A directory that a client has opened as if it were a file: `incus file pull -r` asks afterwards
/// what it has got.
record OpenDirectory(FileTree tree, String path) implements OpenFile {
    @Override
    public FileChannel content() {
        throw new FileProblem(FileProblem.Kind.IMPOSSIBLE, "is a directory");
    }

    @Override
    public FileChannel release() {
        return content();
    }

    @Override
    public FileEntry entry() {
        return tree.entry(path, true);
    }

    @Override
    public void change(FileChange change) {
        tree.change(path, true, change);
    }

    @Override
    public void close() {
        // nothing is open
    }
}
