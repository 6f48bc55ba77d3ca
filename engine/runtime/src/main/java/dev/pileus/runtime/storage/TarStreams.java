package dev.pileus.runtime.storage;

import dev.pileus.api.ApiException;
import dev.pileus.domain.volumes.FolderStreams;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;

/// Folders as tarballs followed by their SHA-256: a tarball that lacks its last files looks like a
/// whole one.
public final class TarStreams implements FolderStreams {
    private static final int BUFFER = 1 << 16;
    private static final int DIGEST = 32;

    @Override
    public void send(Path folder, OutputStream output) throws IOException {
        var digest = sha256();
        try (var tar = Tar.reading(folder)) {
            var buffer = new byte[BUFFER];
            for (var count = tar.output().read(buffer);
                    count >= 0;
                    count = tar.output().read(buffer)) {
                digest.update(buffer, 0, count);
                output.write(buffer, 0, count);
            }
            tar.demandSuccess(500);
        }
        output.write(digest.digest());
    }

    @Override
    public void receive(InputStream input, Path folder) {
        try (var tar = Tar.filling(folder)) {
            var whole = pump(input, tar.input());
            tar.demandSuccess(500);
            if (!whole) {
                throw broken("it ended early, or was damaged");
            }
        } catch (IOException e) {
            throw broken(String.valueOf(e.getMessage()));
        }
        Tar.settle(folder);
    }

    /// Holds the last bytes back until it is known whether more come: they are the digest.
    private static boolean pump(InputStream input, OutputStream output) throws IOException {
        var digest = sha256();
        var held = input.readNBytes(DIGEST);
        try (output) {
            var buffer = new byte[BUFFER];
            for (var count = input.read(buffer); count >= 0; count = input.read(buffer)) {
                var all = Arrays.copyOf(held, held.length + count);
                System.arraycopy(buffer, 0, all, held.length, count);
                var ready = all.length - DIGEST;
                if (ready > 0) {
                    digest.update(all, 0, ready);
                    output.write(all, 0, ready);
                    held = Arrays.copyOfRange(all, ready, all.length);
                } else {
                    held = all;
                }
            }
        }
        return MessageDigest.isEqual(held, digest.digest());
    }

    private static ApiException broken(String why) {
        return new ApiException(500, "The copy is not complete: " + why);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
