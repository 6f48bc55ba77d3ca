package dev.pileus.runtime.images;

import dev.pileus.api.ApiException;
import dev.pileus.runtime.HostPipe;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;

/// Reads a tarball from beginning to end before anybody unpacks it. GNU tar refuses most of what is
/// refused here as well; but an image is checked once, where it comes in, and unpacked many times,
/// and then it is too late to say no.
///
/// Refused are names that leave the folder (`/etc/passwd`, `../x`), files below a link, hard links
/// to what is outside or a link itself, and whatever ends early. Links with absolute targets are
/// fine: inside of a container they mean the container's own files. Not for use by several threads.
final class TarCheck {
    private static final int BUFFER = 1 << 16;

    /// Entries; a whole distribution has about 100,000.
    private static final int MOST = 5_000_000;

    private final Set<String> links = new HashSet<>();
    private final Set<String> top = new HashSet<>();
    private byte[] manifest = {};
    private int count;

    private TarCheck() {}

    /// What a tarball holds.
    ///
    /// @param top the names in its root
    /// @param manifest `metadata.yaml`, if there is one in the root
    record Content(Set<String> top, Optional<byte[]> manifest) {}

    /// @throws ApiException 400 with the reason
    static Content of(Path file, Compression compression) {
        compression.demandProgram();
        var check = new TarCheck();
        try {
            if (compression == Compression.NONE) {
                try (var stream = Files.newInputStream(file)) {
                    check.read(stream);
                }
            } else {
                try (var tool = HostPipe.from(file, compression.unpacker())) {
                    check.read(tool.output());
                    tool.demandSuccess(400);
                }
            }
        } catch (IOException | IllegalArgumentException e) {
            throw new ApiException(400, "The image is damaged: " + e.getMessage());
        }
        return new Content(
                Set.copyOf(check.top),
                check.manifest.length == 0 ? Optional.empty() : Optional.of(check.manifest));
    }

    private void read(InputStream stream) throws IOException {
        try (var tar =
                new TarArchiveInputStream(new BufferedInputStream(stream, BUFFER), "UTF-8")) {
            for (var entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                check(entry);
                if (names(entry.getName()).equals(List.of(Manifests.FILE))) {
                    manifest = manifest(entry, tar);
                }
            }
            if (count == 0) {
                throw new ApiException(400, "The image is empty");
            }
            // what follows the end: the program that unpacks must come to its own end
            var ignored = stream.transferTo(OutputStream.nullOutputStream());
        }
    }

    private void check(TarArchiveEntry entry) {
        var names = names(entry.getName());
        if (++count > MOST) {
            throw new ApiException(400, "The image has too many files");
        }
        if (names.isEmpty()) {
            demand(entry.isDirectory(), entry);
            return;
        }
        top.add(names.getFirst());
        demand(isOrdinary(entry), entry);
        var below = new StringBuilder();
        for (var name : names.subList(0, names.size() - 1)) {
            below.append('/').append(name);
            demand(!links.contains(below.toString()), entry);
        }
        var path = below.append('/').append(names.getLast()).toString();
        if (entry.isSymbolicLink()) {
            links.add(path);
        } else {
            // what comes later replaces what was there
            links.remove(path);
        }
        if (entry.isLink()) {
            checkTarget(entry);
        }
    }

    private void checkTarget(TarArchiveEntry entry) {
        var below = new StringBuilder();
        for (var name : names(entry.getLinkName())) {
            demand(!links.contains(below.toString()), entry);
            below.append('/').append(name);
        }
        demand(!below.isEmpty(), entry);
    }

    private static boolean isOrdinary(TarArchiveEntry entry) {
        return entry.isFile()
                || entry.isDirectory()
                || entry.isLink()
                || entry.isSymbolicLink()
                || entry.isFIFO()
                || entry.isCharacterDevice()
                || entry.isBlockDevice();
    }

    /// A path's parts; the path must stay where it is unpacked.
    private static List<String> names(String path) {
        var names = new ArrayList<String>();
        if (path.startsWith("/") || path.indexOf('\0') >= 0) {
            throw hostile(path);
        }
        for (var name : path.split("/", -1)) {
            if (name.equals("..")) {
                throw hostile(path);
            }
            if (!name.isEmpty() && !name.equals(".")) {
                names.add(name);
            }
        }
        return names;
    }

    private static void demand(boolean fine, TarArchiveEntry entry) {
        if (!fine) {
            throw hostile(entry.getName());
        }
    }

    private static ApiException hostile(String path) {
        return new ApiException(
                400, "The image has a file that must not be unpacked: \"%s\"".formatted(path));
    }

    private static byte[] manifest(TarArchiveEntry entry, InputStream tar) throws IOException {
        if (!entry.isFile() || entry.getSize() > Manifests.LARGEST || entry.getSize() == 0) {
            throw new ApiException(
                    400, "Could not parse metadata.yaml: it is no file, empty or too large");
        }
        return tar.readNBytes(Manifests.LARGEST);
    }
}
