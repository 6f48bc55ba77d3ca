package dev.pileus.runtime.images;

import dev.pileus.domain.images.ImageManifest;
import dev.pileus.domain.images.Parcel;
import dev.pileus.runtime.HostPipe;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Packs folders as images, by GNU tar for the reasons given in [Unpacking].
final class Packing {
    private static final String TEMPLATES = "templates";

    private Packing() {}

    /// Everything in one tarball, the metadata first: who wants nothing else finds it soon.
    static void unified(
            Path folder, ImageManifest manifest, Compression compression, Parcel parcel) {
        compression.demandProgram();
        try {
            Files.writeString(
                    parcel.folder().resolve(Manifests.FILE),
                    Manifests.write(manifest, BesideRootfs.manifest(folder)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        var command =
                new ArrayList<>(
                        List.of(
                                "tar",
                                "--create",
                                "--file=" + parcel.metadata(),
                                "--numeric-owner",
                                "--xattrs",
                                "--sparse"));
        compression.tarOption().ifPresent(command::add);
        command.addAll(
                List.of(
                        "--directory=" + parcel.folder(),
                        Manifests.FILE,
                        "--directory=" + folder,
                        "rootfs"));
        if (Files.isDirectory(folder.resolve(TEMPLATES))) {
            command.add(TEMPLATES);
        }
        HostPipe.run(command);
    }
}
