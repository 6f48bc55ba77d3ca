package dev.pileus.runtime.files;

import static dev.pileus.runtime.files.Problems.told;

import dev.pileus.domain.instances.files.FileChange;
import dev.pileus.domain.instances.files.FileEntry;
import dev.pileus.domain.instances.files.FileTree;
import dev.pileus.domain.instances.files.OpenFile;
import dev.pileus.domain.instances.files.Opening;
import dev.pileus.runtime.posix.ErrnoException;
import dev.pileus.runtime.posix.RootDirectory;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/// What lies in a directory, or what a process sees as `/`.
final class RootedTree implements FileTree {
    /// Permissions of what is about to get those that were asked for.
    private static final int PRIVATE = 0700;

    private final RootDirectory root;
    private final Owners owners;

    RootedTree(RootDirectory root, Owners owners) {
        this.root = root;
        this.owners = owners;
    }

    private Inode find(String path, boolean follow) throws IOException {
        return new Inode(root.find(path, follow), owners);
    }

    @Override
    public FileEntry entry(String path, boolean follow) {
        return told(() -> {
            try (var inode = find(path, follow)) {
                return inode.entry();
            }
        });
    }

    @Override
    public List<String> names(String path) {
        return told(() -> {
            try (var inode = find(path, true)) {
                return RootDirectory.names(inode.found()).stream().sorted().toList();
            }
        });
    }

    @Override
    public String target(String path) {
        return told(() -> {
            try (var inode = find(path, false)) {
                return RootDirectory.target(inode.found());
            }
        });
    }

    @Override
    public OpenFile open(String path, Opening opening) {
        return told(() -> {
            var made = opening.make() && (opening.makeOnly() || isAbsent(path));
            if (made) {
                make(path, opening.mode());
            }
            var inode = find(path, true);
            try {
                return new Opened(inode, inode.open(options(opening)));
            } catch (IOException | RuntimeException e) {
                inode.close();
                throw e;
            }
        });
    }

    private boolean isAbsent(String path) throws IOException {
        try {
            find(path, true).close();
            return false;
        } catch (ErrnoException e) {
            if (e.errno() == ErrnoException.ENOENT) {
                return true;
            }
            throw e;
        }
    }

    private void make(String path, int mode) throws IOException {
        try (var inode =
                new Inode(owners.root().make(() -> root.makeFile(path, PRIVATE)), owners)) {
            inode.change(permissions(mode));
        }
    }

    private static StandardOpenOption[] options(Opening opening) {
        var options = new ArrayList<StandardOpenOption>();
        if (opening.read() && !opening.append()) {
            options.add(StandardOpenOption.READ);
        }
        if (opening.append()) {
            options.add(StandardOpenOption.APPEND);
        } else if (opening.write()) {
            options.add(StandardOpenOption.WRITE);
        }
        if (opening.empty() && opening.write() && !opening.append()) {
            options.add(StandardOpenOption.TRUNCATE_EXISTING);
        }
        return options.toArray(StandardOpenOption[]::new);
    }

    @Override
    public void makeDirectory(String path, int mode) {
        told(() ->
                owners.root()
                        .make(() -> {
                            root.makeDirectory(path, PRIVATE);
                            return path;
                        }));
        change(path, false, permissions(mode));
    }

    @Override
    public void makeLink(String path, String target) {
        told(() ->
                owners.root()
                        .make(() -> {
                            root.makeLink(path, target);
                            return path;
                        }));
    }

    @Override
    public void makeName(String path, String existing) {
        told(() -> {
            root.makeName(path, existing);
            return path;
        });
    }

    @Override
    public void removeFile(String path) {
        told(() -> {
            root.removeFile(path);
            return path;
        });
    }

    @Override
    public void removeDirectory(String path) {
        told(() -> {
            root.removeDirectory(path);
            return path;
        });
    }

    @Override
    public void rename(String from, String to, boolean replace) {
        told(() -> {
            root.rename(from, to, replace);
            return to;
        });
    }

    @Override
    public void change(String path, boolean follow, FileChange change) {
        told(() -> {
            try (var inode = find(path, follow)) {
                inode.change(change);
                return path;
            }
        });
    }

    private static FileChange permissions(int mode) {
        return new FileChange(
                OptionalLong.empty(),
                OptionalLong.empty(),
                OptionalLong.empty(),
                OptionalInt.of(mode),
                Optional.empty());
    }

    @Override
    public void close() {
        root.close();
    }

    private static final class Opened implements OpenFile {
        private final Inode inode;
        private final FileChannel content;
        private boolean released;

        Opened(Inode inode, FileChannel content) {
            this.inode = inode;
            this.content = content;
        }

        @Override
        public FileChannel content() {
            return content;
        }

        @Override
        public FileChannel release() {
            released = true;
            return content;
        }

        @Override
        public FileEntry entry() {
            return told(inode::entry);
        }

        @Override
        public void change(FileChange change) {
            told(() -> {
                inode.change(change);
                return change;
            });
        }

        @Override
        public void close() {
            told(() -> {
                inode.close();
                if (!released) {
                    content.close();
                }
                return content;
            });
        }
    }
}
