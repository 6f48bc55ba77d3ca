package dev.pileus.runtime.images;

import dev.pileus.api.ApiException;
import dev.pileus.runtime.HostPipe;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Unpacks the files of images.
///
/// GNU tar does it, run by root: it is the one program that keeps all that a root file system is
/// made of - numeric owners, modes with setuid, device nodes, hard links, sparse files, extended
/// attributes such as `security.capability` - and that never writes through a link which it has
/// made itself. Java's archive libraries know of none of that.
final class Unpacking {
    private static final String ROOTFS = "rootfs";

    private Unpacking() {}

    /// A tarball with everything in it.
    static void unified(Path file, Path folder) {
        untar(file, Compression.of(file), folder);
        demandRootfs(folder);
    }

    /// Metadata in one file, the root file system in another.
    static void split(Path metadata, Path rootfs, Path folder) {
        untar(metadata, Compression.of(metadata), folder);
        var inside = folder.resolve(ROOTFS);
        var compression = Compression.of(rootfs);
        if (compression == Compression.SQUASHFS) {
            compression.demandProgram();
            HostPipe.run(
                    List.of(
                            "unsquashfs",
                            "-no-progress",
                            "-quiet",
                            "-force",
                            "-dest",
                            inside.toString(),
                            rootfs.toString()));
        } else {
            try {
                Files.createDirectories(inside);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            untar(rootfs, compression, inside);
        }
        demandRootfs(folder);
    }

    private static void untar(Path file, Compression compression, Path folder) {
        compression.demandProgram();
        var command =
                new ArrayList<>(
                        List.of(
                                "tar",
                                "--extract",
                                "--file=" + file,
                                "--directory=" + folder,
                                "--numeric-owner",
                                "--same-owner",
                                "--preserve-permissions",
                                "--xattrs",
                                "--xattrs-include=*",
                                "--delay-directory-restore"));
        compression.tarOption().ifPresent(command::add);
        HostPipe.run(command);
    }

    private static void demandRootfs(Path folder) {
        if (!Files.isDirectory(folder.resolve(ROOTFS), LinkOption.NOFOLLOW_LINKS)) {
            throw new ApiException(400, "The image has no root file system");
        }
    }
}
