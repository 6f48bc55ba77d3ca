package dev.pileus.server.sftp;

import dev.pileus.domain.instances.files.FileChange;
import dev.pileus.domain.instances.files.FileEntry;
import java.io.IOException;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/// What messages say of files.
final class Attributes {
    private static final int SIZE = 1;
    private static final int OWNERS = 2;
    private static final int PERMISSIONS = 4;
    private static final int TIMES = 8;
    private static final int PERMISSION_BITS = 07777;

    private Attributes() {}

    static Reply write(Reply reply, FileEntry entry) throws IOException {
        return reply.number(SIZE | OWNERS | PERMISSIONS | TIMES)
                .longNumber(entry.size())
                .number((int) entry.uid())
                .number((int) entry.gid())
                .number(mode(entry))
                .number((int) entry.accessed().getEpochSecond())
                .number((int) entry.modified().getEpochSecond());
    }

    private static int mode(FileEntry entry) {
        return entry.mode()
                | switch (entry.kind()) {
                    case FILE -> 0100000;
                    case DIRECTORY -> 0040000;
                    case SYMLINK -> 0120000;
                    case OTHER -> 0010000;
                };
    }

    static FileChange read(Message message) throws IOException {
        var flags = message.number();
        var size =
                (flags & SIZE) == 0 ? OptionalLong.empty() : OptionalLong.of(message.longNumber());
        var uid = (flags & OWNERS) == 0 ? OptionalLong.empty() : unsigned(message);
        var gid = (flags & OWNERS) == 0 ? OptionalLong.empty() : unsigned(message);
        var mode =
                (flags & PERMISSIONS) == 0
                        ? OptionalInt.empty()
                        : OptionalInt.of(message.number() & PERMISSION_BITS);
        var times =
                (flags & TIMES) == 0
                        ? Optional.<FileChange.Times>empty()
                        : Optional.of(
                                new FileChange.Times(
                                        Instant.ofEpochSecond(unsigned(message).orElseThrow()),
                                        Instant.ofEpochSecond(unsigned(message).orElseThrow())));
        return new FileChange(size, uid, gid, mode, times);
    }

    private static OptionalLong unsigned(Message message) throws IOException {
        return OptionalLong.of(Integer.toUnsignedLong(message.number()));
    }

    /// As `ls -l` writes it, more or less: for clients that show it to people.
    static String line(String name, FileEntry entry) {
        var letter =
                switch (entry.kind()) {
                    case FILE -> '-';
                    case DIRECTORY -> 'd';
                    case SYMLINK -> 'l';
                    case OTHER -> 'p';
                };
        var line = new StringBuilder().append(letter);
        for (var bit = 8; bit >= 0; bit--) {
            line.append((entry.mode() >> bit & 1) == 0 ? '-' : "xwr".charAt(bit % 3));
        }
        return line.append(" 1 %d %d %d ".formatted(entry.uid(), entry.gid(), entry.size()))
                .append(entry.modified().toString(), 0, 10)
                .append(' ')
                .append(name)
                .toString();
    }
}
