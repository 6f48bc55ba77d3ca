package dev.pileus.runtime.files;

import dev.pileus.domain.instances.files.FileChange;
import dev.pileus.domain.instances.files.FileEntry;
import dev.pileus.domain.instances.files.FileKind;
import dev.pileus.domain.instances.files.FileProblem;
import dev.pileus.runtime.posix.Descriptor;
import dev.pileus.runtime.posix.RootDirectory;
import dev.pileus.runtime.posix.Status;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributeView;
import java.nio.file.attribute.FileTime;

/// Something that was found, whatever happens to its name.
record Inode(Descriptor found, Owners owners) implements AutoCloseable {
    private static final int KIND = 0170000;
    private static final int REGULAR = 0100000;
    private static final int DIRECTORY = 0040000;
    private static final int LINK = 0120000;
    private static final int PERMISSIONS = 07777;

    FileEntry entry() throws IOException {
        var status = Status.of(found);
        return new FileEntry(
                kind(status.mode()),
                status.mode() & PERMISSIONS,
                owners.users().inside(status.uid()),
                owners.groups().inside(status.gid()),
                status.size(),
                status.modified(),
                status.accessed());
    }

    private static FileKind kind(int mode) {
        return switch (mode & KIND) {
            case REGULAR -> FileKind.FILE;
            case DIRECTORY -> FileKind.DIRECTORY;
            case LINK -> FileKind.SYMLINK;
            default -> FileKind.OTHER;
        };
    }

    /// Opens the content. Nothing but files: a device would be the host's, a pipe would wait for
    /// somebody in the container.
    FileChannel open(StandardOpenOption... options) throws IOException {
        var kind = entry().kind();
        if (kind != FileKind.FILE) {
            throw new FileProblem(
                    FileProblem.Kind.IMPOSSIBLE,
                    kind == FileKind.DIRECTORY ? "is a directory" : "is no regular file");
        }
        return FileChannel.open(found.path(), options);
    }

    /// Owners first: the kernel drops some permissions when they change.
    void change(FileChange change) throws IOException {
        if (change.size().isPresent()) {
            try (var content = open(StandardOpenOption.WRITE)) {
                resize(content, change.size().getAsLong());
            }
        }
        if (change.uid().isPresent() || change.gid().isPresent()) {
            var present = entry();
            RootDirectory.own(
                    found,
                    owners.user(change.uid().orElse(present.uid())),
                    owners.group(change.gid().orElse(present.gid())));
        }
        if (change.mode().isPresent() && entry().kind() != FileKind.SYMLINK) {
            Files.setAttribute(found.path(), "unix:mode", change.mode().getAsInt() & PERMISSIONS);
        }
        if (change.times().isPresent()) {
            stamp(change.times().get());
        }
    }

    private static void resize(FileChannel content, long size) throws IOException {
        if (size <= content.size()) {
            content.truncate(size);
        } else {
            content.write(ByteBuffer.allocate(1), size - 1);
        }
    }

    /// Java opens what it stamps.
    private void stamp(FileChange.Times times) throws IOException {
        var kind = entry().kind();
        if (kind == FileKind.FILE || kind == FileKind.DIRECTORY) {
            Files.getFileAttributeView(found.path(), BasicFileAttributeView.class)
                    .setTimes(
                            FileTime.from(times.modified()), FileTime.from(times.accessed()), null);
        }
    }

    @Override
    public void close() {
        found.close();
    }
}
