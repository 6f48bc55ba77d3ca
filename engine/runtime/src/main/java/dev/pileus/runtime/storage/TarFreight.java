package dev.pileus.runtime.storage;

import dev.pileus.api.ApiException;
import dev.pileus.domain.moves.FreightStreams;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.concurrent.atomic.AtomicLong;

/// Folders as bare tar streams, for moves that check and count what comes through by themselves.
public final class TarFreight implements FreightStreams {
    private static final int BUFFER = 1 << 16;

    /// On the way to guests' files nobody sees more than that.
    private static final String PASSABLE = "rwx--x--x";

    @Override
    public void pack(Path folder, Reader reader) throws InterruptedException {
        try (var tar = Tar.reading(folder)) {
            reader.read(tar.output());
            tar.demandSuccess(500);
        } catch (IOException e) {
            throw new ApiException(500, "Failed to send '" + folder + "': " + e.getMessage());
        }
    }

    @Override
    public void unpack(InputStream stream, Path folder) {
        try {
            var parent = folder.toAbsolutePath().getParent();
            if (parent != null) {
                Files.createDirectories(parent);
                Files.setPosixFilePermissions(parent, PosixFilePermissions.fromString(PASSABLE));
            }
            Files.createDirectory(folder);
            extract(stream, folder);
        } catch (IOException e) {
            throw new ApiException(500, "Failed to receive '" + folder + "': " + e.getMessage());
        }
        Tar.settle(folder);
    }

    private static void extract(InputStream stream, Path folder) throws IOException {
        try (var tar = Tar.filling(folder)) {
            pour(stream, tar.input());
            tar.demandSuccess(500);
        }
    }

    /// Reads on when tar has had enough: how it ends tells whether it should have.
    private static void pour(InputStream from, OutputStream to) throws IOException {
        var buffer = new byte[BUFFER];
        var open = true;
        for (var count = from.read(buffer); count >= 0; count = from.read(buffer)) {
            open = open && isTaken(buffer, count, to);
        }
        try {
            to.close();
        } catch (IOException closedBefore) {
            // it has ended
        }
    }

    private static boolean isTaken(byte[] buffer, int count, OutputStream to) {
        try {
            to.write(buffer, 0, count);
            return true;
        } catch (IOException closed) {
            return false;
        }
    }

    @Override
    public long size(Path folder) {
        var sum = new AtomicLong();
        try {
            Files.walkFileTree(
                    folder,
                    new SimpleFileVisitor<>() {
                        @Override
                        public FileVisitResult visitFile(Path file, BasicFileAttributes facts) {
                            sum.addAndGet(facts.isRegularFile() ? facts.size() : 0);
                            return FileVisitResult.CONTINUE;
                        }
                    });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return sum.get();
    }
}
