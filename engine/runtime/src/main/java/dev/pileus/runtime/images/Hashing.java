package dev.pileus.runtime.images;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Consumer;

/// What files are, taken together.
///
/// @param fingerprint SHA-256 of their bytes, one after the other, in hexadecimal
/// @param size in bytes
record Hashing(String fingerprint, long size) {
    private static final int BUFFER = 1 << 16;
    private static final int PERCENT = 100;

    /// @param progress is told each percent
    static Hashing of(List<Path> files, Consumer<String> progress) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            var total = 0L;
            for (var file : files) {
                total += Files.size(file);
            }
            var told = -1L;
            var read = 0L;
            var buffer = new byte[BUFFER];
            for (var file : files) {
                try (var stream = Files.newInputStream(file)) {
                    for (var count = stream.read(buffer); count >= 0; count = stream.read(buffer)) {
                        digest.update(buffer, 0, count);
                        read += count;
                        var percent = read * PERCENT / total;
                        if (percent > told && total > BUFFER) {
                            told = percent;
                            progress.accept("Reading the image: " + percent + "%");
                        }
                    }
                }
            }
            return new Hashing(HexFormat.of().formatHex(digest.digest()), total);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
