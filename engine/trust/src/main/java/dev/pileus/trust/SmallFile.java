package dev.pileus.trust;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/// Reads text files that belong to the user but may be anything, within a limit.
final class SmallFile {
    /// Bytes; a chain of certificates with keys of 8192 bits needs less than 32 KiB.
    private static final int LIMIT = 1 << 20;

    private SmallFile() {}

    /// The text as Latin-1: PEM is ASCII, and so no byte sequence is an error here.
    static String read(Path file) throws IdentityException {
        try (var input = Files.newInputStream(file)) {
            var bytes = input.readNBytes(LIMIT + 1);
            if (bytes.length > LIMIT) {
                throw new IdentityException.Malformed(file, "is larger than 1 MiB", null);
            }
            return new String(bytes, StandardCharsets.ISO_8859_1);
        } catch (IdentityException e) {
            throw e;
        } catch (NoSuchFileException e) {
            throw new IdentityException.Missing(file, e);
        } catch (IOException e) {
            throw new IdentityException.Unreadable(file, e);
        }
    }
}
