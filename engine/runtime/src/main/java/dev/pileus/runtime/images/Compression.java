package dev.pileus.runtime.images;

import dev.pileus.api.ApiException;
import dev.pileus.runtime.HostProgram;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/// How a file of an image is packed, told by its first bytes: names tell nothing.
///
/// The host's own programs take files apart: `tar` needs them for that anyway, and they are faster
/// than what Java has.
enum Compression {
    GZIP("1f8b", ".tar.gz", "gzip", "--gzip"),
    BZIP2("425a68", ".tar.bz2", "bzip2", "--bzip2"),
    XZ("fd377a585a00", ".tar.xz", "xz", "--xz"),
    ZSTD("28b52ffd", ".tar.zst", "zstd", "--zstd"),
    SQUASHFS("68737173", ".squashfs", "unsquashfs", ""),
    NONE("", ".tar", "", "");

    private static final int TAR_MAGIC_AT = 257;
    private static final byte[] TAR_MAGIC = "ustar".getBytes(StandardCharsets.US_ASCII);
    private static final int HEAD = 512;

    /// In hexadecimal.
    private final String magic;

    private final String suffix;
    private final String program;
    private final String tarOption;

    Compression(String magic, String suffix, String program, String tarOption) {
        this.magic = magic;
        this.suffix = suffix;
        this.program = program;
        this.tarOption = tarOption;
    }

    /// @throws ApiException 400 when it is nothing that an image may be
    static Compression of(Path file) {
        var head = head(file);
        for (var compression : values()) {
            if (compression != NONE && compression.begins(head)) {
                return compression;
            }
        }
        if (startsWith(head, TAR_MAGIC_AT, TAR_MAGIC)) {
            return NONE;
        }
        throw new ApiException(400, "Unsupported compression");
    }

    private boolean begins(byte[] head) {
        return startsWith(head, 0, HexFormat.of().parseHex(magic));
    }

    /// By the name of `images.compression_algorithm`; what follows the name is left to the program.
    static Compression named(String algorithm) {
        return switch (algorithm.strip().split(" ", 2)[0]) {
            case "gzip" -> GZIP;
            case "bzip2" -> BZIP2;
            case "xz" -> XZ;
            case "zstd" -> ZSTD;
            case "none" -> NONE;
            default ->
                    throw new ApiException(
                            400, "Compression algorithm \"" + algorithm + "\" is not supported");
        };
    }

    /// Of a file's name.
    String suffix() {
        return suffix;
    }

    /// For GNU tar; absent where it needs none.
    Optional<String> tarOption() {
        return tarOption.isEmpty() ? Optional.empty() : Optional.of(tarOption);
    }

    /// What prints a file as it was before; empty where the file is that already.
    List<String> unpacker() {
        return program.isEmpty() ? List.of() : List.of(program, "-dcq");
    }

    /// Refuses when the host cannot take such a file apart.
    void demandProgram() {
        if (!program.isEmpty() && HostProgram.find(program).isEmpty()) {
            throw new ApiException(
                    400,
                    "The image needs the program \"%s\", which is missing on this host"
                            .formatted(program));
        }
    }

    private static byte[] head(Path file) {
        var head = ByteBuffer.allocate(HEAD);
        try (var channel = Files.newByteChannel(file)) {
            var count = Channels.newInputStream(channel).readNBytes(head.array(), 0, HEAD);
            return Arrays.copyOf(head.array(), count);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean startsWith(byte[] head, int at, byte[] wanted) {
        return head.length >= at + wanted.length
                && Arrays.equals(Arrays.copyOfRange(head, at, at + wanted.length), wanted);
    }
}
