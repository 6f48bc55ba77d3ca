package dev.pileus.runtime.images;

import dev.pileus.api.ApiException;
import dev.pileus.domain.images.ImageFile;
import dev.pileus.domain.images.ImageFiles;
import dev.pileus.domain.images.ImageManifest;
import dev.pileus.domain.images.InspectedImage;
import dev.pileus.domain.images.Parcel;
import dev.pileus.runtime.HostPipe;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// A folder with two files for each image: `FINGERPRINT`, and `FINGERPRINT.rootfs` where the image
/// is split. What comes in lies in folders beside them until it is an image: on the same file
/// system, so that it becomes one by being renamed.
public final class ImageFolder implements ImageFiles {
    private static final String ROOTFS = ".rootfs";
    private static final String INCOMING = "incoming-";
    private static final Pattern FINGERPRINT = Pattern.compile("[0-9a-f]{64}");

    private final Path folder;

    private ImageFolder(Path folder) {
        this.folder = folder;
    }

    /// Keeps images in a folder, which is created when it is needed. What was coming in when an
    /// earlier daemon ended is deleted.
    public static ImageFolder in(Path folder) {
        var images = new ImageFolder(folder.toAbsolutePath());
        images.names().stream()
                .filter(name -> name.startsWith(INCOMING))
                .forEach(name -> deleteTree(images.folder.resolve(name)));
        return images;
    }

    @Override
    public Parcel expect() {
        var owner =
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));
        try {
            if (!Files.isDirectory(folder)) {
                Files.createDirectories(folder);
                Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
            }
            return new Parcel(Files.createTempDirectory(folder, INCOMING, owner), false);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void giveUp(Parcel parcel) {
        deleteTree(parcel.folder());
    }

    @Override
    public InspectedImage inspect(Parcel parcel, Consumer<String> progress) {
        var hash = Hashing.of(files(parcel), progress);
        progress.accept("Checking the image");
        var manifest = parcel.split() ? checkSplit(parcel) : checkUnified(parcel);
        return new InspectedImage(
                hash.fingerprint(),
                hash.size(),
                Compression.of(parcel.metadata()).suffix(),
                manifest);
    }

    private static ImageManifest checkUnified(Parcel parcel) {
        var content = checkMetadata(parcel);
        var manifest = manifest(content);
        if (!content.top().contains("rootfs")) {
            throw new ApiException(400, "The image has no root file system");
        }
        return manifest;
    }

    private static ImageManifest checkSplit(Parcel parcel) {
        var content = checkMetadata(parcel);
        if (content.top().contains("rootfs")) {
            throw new ApiException(400, "The image has two root file systems");
        }
        var compression = Compression.of(parcel.rootfs());
        if (compression == Compression.SQUASHFS) {
            compression.demandProgram();
            HostPipe.run(List.of("unsquashfs", "-stat", parcel.rootfs().toString()));
        } else {
            var ignored = TarCheck.of(parcel.rootfs(), compression);
        }
        return manifest(content);
    }

    private static TarCheck.Content checkMetadata(Parcel parcel) {
        var compression = Compression.of(parcel.metadata());
        if (compression == Compression.SQUASHFS) {
            throw new ApiException(
                    400, "An image in one file must be a tarball, not a squashfs file system");
        }
        return TarCheck.of(parcel.metadata(), compression);
    }

    private static ImageManifest manifest(TarCheck.Content content) {
        return content.manifest()
                .map(Manifests::parse)
                .orElseThrow(
                        () -> new ApiException(400, "Metadata tarball is missing metadata.yaml"));
    }

    @Override
    public String fingerprint(Parcel parcel) {
        return Hashing.of(files(parcel), text -> {}).fingerprint();
    }

    private static List<Path> files(Parcel parcel) {
        return parcel.split()
                ? List.of(parcel.metadata(), parcel.rootfs())
                : List.of(parcel.metadata());
    }

    /// The metadata last: it says that the image is there.
    @Override
    public void keep(Parcel parcel, String fingerprint) {
        try {
            if (parcel.split()) {
                move(parcel.rootfs(), rootfs(fingerprint));
            } else {
                Files.deleteIfExists(rootfs(fingerprint));
            }
            move(parcel.metadata(), metadata(fingerprint));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void move(Path from, Path to) throws IOException {
        Files.setPosixFilePermissions(from, PosixFilePermissions.fromString("rw-------"));
        Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
    }

    @Override
    public boolean has(String fingerprint) {
        return Files.isRegularFile(metadata(fingerprint));
    }

    @Override
    public List<ImageFile> files(String fingerprint) {
        var files = new ArrayList<ImageFile>();
        files.add(file("metadata", fingerprint, metadata(fingerprint)));
        if (Files.exists(rootfs(fingerprint))) {
            files.add(file("rootfs", fingerprint, rootfs(fingerprint)));
        }
        return files;
    }

    private static ImageFile file(String part, String fingerprint, Path path) {
        try {
            var name = fingerprint + Compression.of(path).suffix();
            return new ImageFile(part, name, path, Files.size(path));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void unpack(String fingerprint, Path target) {
        if (Files.exists(rootfs(fingerprint))) {
            Unpacking.split(metadata(fingerprint), rootfs(fingerprint), target);
        } else {
            Unpacking.unified(metadata(fingerprint), target);
        }
    }

    @Override
    public void pack(Path from, ImageManifest manifest, String algorithm, Parcel parcel) {
        Packing.unified(from, manifest, Compression.named(algorithm), parcel);
    }

    @Override
    public void delete(String fingerprint) {
        try {
            Files.deleteIfExists(metadata(fingerprint));
            Files.deleteIfExists(rootfs(fingerprint));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public Set<String> fingerprints() {
        return names().stream()
                .map(name -> name.replace(ROOTFS, ""))
                .filter(FINGERPRINT.asMatchPredicate())
                .collect(Collectors.toSet());
    }

    private List<String> names() {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (var entries = Files.list(folder)) {
            return entries.map(entry -> entry.getFileName().toString()).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void deleteTree(Path tree) {
        if (!Files.exists(tree)) {
            return;
        }
        try (var paths = Files.walk(tree)) {
            for (var path : paths.toList().reversed()) {
                Files.delete(path);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path metadata(String fingerprint) {
        if (!FINGERPRINT.matcher(fingerprint).matches()) {
            throw new IllegalArgumentException("no fingerprint: " + fingerprint);
        }
        return folder.resolve(fingerprint);
    }

    private Path rootfs(String fingerprint) {
        return folder.resolve(metadata(fingerprint).getFileName() + ROOTFS);
    }
}
