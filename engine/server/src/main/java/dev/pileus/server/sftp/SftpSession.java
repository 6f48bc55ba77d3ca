package dev.pileus.server.sftp;

import dev.pileus.domain.instances.files.FileChange;
import dev.pileus.domain.instances.files.FileEntry;
import dev.pileus.domain.instances.files.FileKind;
import dev.pileus.domain.instances.files.FileProblem;
import dev.pileus.domain.instances.files.FileTree;
import dev.pileus.domain.instances.files.OpenFile;
import dev.pileus.domain.instances.files.Opening;
import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.List;
import java.util.OptionalInt;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// One client that works on the files of one instance. Belongs to one thread.
public final class SftpSession {
    private static final Logger LOG = LoggerFactory.getLogger(SftpSession.class);

    private static final int VERSION = 3;
    private static final List<String> EXTENSIONS =
            List.of(Extensions.POSIX_RENAME, Extensions.HARDLINK, Extensions.FSYNC);

    /// Bytes that are read at once at most.
    private static final int LARGEST_READ = 1 << 18;

    /// Names that are told at once at most.
    private static final int NAMES = 100;

    private static final int USUAL_DIRECTORY = 0755;
    private static final int READ_ONLY = 0x01;

    private final DataInputStream in;
    private final OutputStream out;
    private final FileTree tree;

    public SftpSession(InputStream in, OutputStream out, FileTree tree) {
        this.in = new DataInputStream(new BufferedInputStream(in));
        this.out = out;
        this.tree = tree;
    }

    /// Serves until the client has gone.
    public void serve() {
        try (var handles = new Handles()) {
            for (var next = Message.read(in); next.isPresent(); next = Message.read(in)) {
                answer(next.get(), handles).send(out);
            }
        } catch (IOException e) {
            LOG.debug("A client that worked on files is gone: {}", e.getMessage());
        }
    }

    private Reply answer(Message message, Handles handles) throws IOException {
        if (message.type() == Type.INIT) {
            return version();
        }
        var id = message.number();
        try {
            return switch (message.type()) {
                case Type.OPEN, Type.CLOSE, Type.READ, Type.WRITE, Type.FSTAT, Type.FSETSTAT ->
                        withFile(id, message, handles);
                case Type.OPENDIR, Type.READDIR -> withDirectory(id, message, handles);
                case Type.EXTENDED -> Extensions.answer(id, message, tree, handles);
                default -> withPath(id, message);
            };
        } catch (FileProblem problem) {
            return Reply.status(id, code(problem.kind()), problem.words());
        }
    }

    private static int code(FileProblem.Kind kind) {
        return switch (kind) {
            case ABSENT -> Type.NO_SUCH_FILE;
            case DENIED -> Type.PERMISSION_DENIED;
            case PRESENT, IMPOSSIBLE -> Type.FAILURE;
        };
    }

    private static Reply version() throws IOException {
        var reply = new Reply(Type.VERSION).number(VERSION);
        for (var extension : EXTENSIONS) {
            reply.text(extension).text("1");
        }
        return reply;
    }

    private Reply withFile(int id, Message message, Handles handles) throws IOException {
        return switch (message.type()) {
            case Type.OPEN -> open(id, message, handles);
            case Type.CLOSE -> {
                handles.close(message.text());
                yield Reply.ok(id);
            }
            case Type.READ -> read(id, message, handles);
            case Type.WRITE -> write(id, message, handles);
            case Type.FSTAT -> attributes(id, handles.file(message.text()).entry());
            default -> {
                handles.file(message.text()).change(Attributes.read(message));
                yield Reply.ok(id);
            }
        };
    }

    private Reply open(int id, Message message, Handles handles) throws IOException {
        if (handles.isFull()) {
            return Reply.status(id, Type.FAILURE, "too many open files");
        }
        var path = message.text();
        var flags = message.number();
        var wanted = Attributes.read(message);
        var file = flags == READ_ONLY ? openToRead(path) : tree.open(path, opening(flags, wanted));
        return new Reply(Type.HANDLE).number(id).text(handles.add(file));
    }

    private OpenFile openToRead(String path) {
        return tree.entry(path, true).kind() == FileKind.DIRECTORY
                ? new OpenDirectory(tree, path)
                : tree.open(path, Opening.READ);
    }

    private static Opening opening(int flags, FileChange wanted) {
        return new Opening(
                (flags & READ_ONLY) != 0,
                (flags & 0x02) != 0,
                (flags & 0x08) != 0,
                (flags & 0x20) != 0,
                (flags & 0x10) != 0,
                (flags & 0x04) != 0,
                wanted.mode().orElse(Opening.USUAL));
    }

    private static Reply read(int id, Message message, Handles handles) throws IOException {
        var file = handles.file(message.text());
        var offset = message.longNumber();
        var length = Math.clamp(Integer.toUnsignedLong(message.number()), 0, LARGEST_READ);
        var buffer = ByteBuffer.allocate(length);
        try {
            if (file.content().read(buffer, offset) < 0) {
                return Reply.status(id, Type.EOF, "end of file");
            }
        } catch (IOException | RuntimeException e) {
            return failed(id, e);
        }
        return new Reply(Type.DATA).number(id).bytes(buffer.flip());
    }

    private static Reply write(int id, Message message, Handles handles) throws IOException {
        var content = handles.file(message.text()).content();
        var offset = message.longNumber();
        var bytes = message.bytes();
        try {
            while (bytes.hasRemaining()) {
                offset += content.write(bytes, offset);
            }
        } catch (IOException | RuntimeException e) {
            return failed(id, e);
        }
        return Reply.ok(id);
    }

    /// A full disk, or a file that is open for something else.
    private static Reply failed(int id, Exception problem) throws IOException {
        return Reply.status(id, Type.FAILURE, String.valueOf(problem.getMessage()));
    }

    private Reply withDirectory(int id, Message message, Handles handles) throws IOException {
        if (message.type() == Type.READDIR) {
            return names(id, handles.listing(message.text()));
        }
        if (handles.isFull()) {
            return Reply.status(id, Type.FAILURE, "too many open files");
        }
        var path = message.text();
        var listing = new Handles.Listing(path, tree.names(path).iterator());
        return new Reply(Type.HANDLE).number(id).text(handles.add(listing));
    }

    private Reply names(int id, Handles.Listing listing) throws IOException {
        if (!listing.names().hasNext()) {
            return Reply.status(id, Type.EOF, "end of directory");
        }
        var told = new ArrayDeque<Named>();
        while (listing.names().hasNext() && told.size() < NAMES) {
            var name = listing.names().next();
            try {
                told.add(new Named(name, tree.entry(listing.path() + "/" + name, false)));
            } catch (FileProblem gone) {
                // since the directory was read
            }
        }
        var reply = new Reply(Type.NAME).number(id).number(told.size());
        for (var named : told) {
            reply.text(named.name).text(Attributes.line(named.name, named.entry));
            Attributes.write(reply, named.entry);
        }
        return reply;
    }

    private record Named(String name, FileEntry entry) {}

    private Reply withPath(int id, Message message) throws IOException {
        var path = message.text();
        switch (message.type()) {
            case Type.STAT -> {
                return attributes(id, tree.entry(path, true));
            }
            case Type.LSTAT -> {
                return attributes(id, tree.entry(path, false));
            }
            case Type.READLINK -> {
                return name(id, tree.target(path));
            }
            case Type.REALPATH -> {
                return name(id, Paths.absolute(path));
            }
            case Type.SETSTAT -> tree.change(path, true, Attributes.read(message));
            case Type.REMOVE -> tree.removeFile(path);
            case Type.RMDIR -> tree.removeDirectory(path);
            case Type.MKDIR -> makeDirectory(path, Attributes.read(message).mode());
            case Type.RENAME -> tree.rename(path, message.text(), false);
            // every implementation has the two the wrong way round
            case Type.SYMLINK -> makeLink(path, message);
            default -> {
                return Reply.status(id, Type.UNSUPPORTED, "not supported");
            }
        }
        return Reply.ok(id);
    }

    private void makeDirectory(String path, OptionalInt mode) {
        tree.makeDirectory(path, mode.orElse(USUAL_DIRECTORY));
    }

    private void makeLink(String target, Message message) throws IOException {
        tree.makeLink(message.text(), target);
    }

    private static Reply attributes(int id, FileEntry entry) throws IOException {
        return Attributes.write(new Reply(Type.ATTRS).number(id), entry);
    }

    private static Reply name(int id, String name) throws IOException {
        return new Reply(Type.NAME).number(id).number(1).text(name).text(name).number(0);
    }
}
