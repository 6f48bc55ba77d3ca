package dev.pileus.server.catalogue;

import dev.pileus.testkit.Command;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// What is packed as images: a root file system with one file in it.
public record ImageFolder(Path folder) {
    private static final String METADATA =
            "architecture: x86_64\ncreation_date: 1700000000\nproperties: {os: nothing}\n";

    /// Fills an empty folder.
    ///
    /// @param content of the file, which makes the image another one
    public static ImageFolder in(Path folder, String content) {
        try {
            Files.createDirectories(folder.resolve("rootfs/etc"));
            Files.writeString(folder.resolve("rootfs/etc/motd"), content);
            Files.writeString(folder.resolve("metadata.yaml"), METADATA);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new ImageFolder(folder);
    }

    /// Everything in one tarball.
    public String unified() {
        return tar("unified.tar.gz", folder, "metadata.yaml", "rootfs");
    }

    String metadata() {
        return tar("metadata.tar.gz", folder, "metadata.yaml");
    }

    String rootfs() {
        return tar("rootfs.tar.gz", folder.resolve("rootfs"), ".");
    }

    private String tar(String name, Path from, String... parts) {
        var file = folder.resolve(name).toString();
        var words = new ArrayList<>(List.of("tar", "-czf", file, "-C", from.toString()));
        words.addAll(List.of(parts));
        var ignored = Command.of(words).output();
        return file;
    }
}
