package dev.pileus.runtime.storage;

import dev.pileus.runtime.HostPipe;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/// GNU tar, run by root: it keeps numeric owners, modes with setuid, device nodes, hard links,
/// sparse files and extended attributes, and never writes through a link which it has made itself.
final class Tar {
    private static final List<String> EVERYTHING =
            List.of(
                    "--numeric-owner",
                    "--xattrs",
                    "--xattrs-include=*",
                    "--acls",
                    "--format=posix",
                    "--file=-");

    private Tar() {}

    /// Reads a folder; its output is the archive.
    static HostPipe reading(Path folder) {
        return HostPipe.from(command(folder, "--create", "--sparse", "."));
    }

    /// Fills a folder that is there; its input is the archive.
    static HostPipe filling(Path folder) {
        return HostPipe.into(
                command(
                        folder,
                        "--extract",
                        "--same-owner",
                        "--preserve-permissions",
                        "--delay-directory-restore"));
    }

    /// Returns when all that has been written into a folder is safe from a loss of power.
    static void settle(Path folder) {
        HostPipe.run(List.of("sync", "--file-system", folder.toString()));
    }

    private static List<String> command(Path folder, String... arguments) {
        return Stream.of(List.of("tar", "--directory=" + folder), EVERYTHING, List.of(arguments))
                .flatMap(List::stream)
                .toList();
    }
}
