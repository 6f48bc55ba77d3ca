package dev.pileus.domain.images;

import dev.pileus.api.ApiException;
import dev.pileus.api.Image;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/// Image files without archives: any text is an image, except `broken`.
final class FolderOfImages implements ImageFiles {
    private final Path folder;

    FolderOfImages(Path folder) {
        this.folder = create(folder);
    }

    private static Path create(Path folder) {
        try {
            return Files.createDirectories(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// A parcel as it comes from a client.
    Parcel parcel(String text) {
        var parcel = expect();
        try {
            Files.writeString(parcel.metadata(), text);
            return parcel;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Files that are there and should not be, whatever they are.
    List<String> names() {
        try (var entries = Files.list(folder)) {
            return entries.map(entry -> entry.getFileName().toString()).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public Parcel expect() {
        try {
            return new Parcel(Files.createTempDirectory(folder, "incoming-"), false);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void giveUp(Parcel parcel) {
        try {
            Files.deleteIfExists(parcel.metadata());
            Files.deleteIfExists(parcel.folder());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public InspectedImage inspect(Parcel parcel, Consumer<String> progress) {
        var text = text(parcel.metadata());
        if (text.equals("broken")) {
            throw new ApiException(400, "The image is damaged: it says so");
        }
        return new InspectedImage(
                fingerprint(text),
                text.length(),
                ".txt",
                new ImageManifest("x86_64", Instant.EPOCH, Image.NEVER, Map.of("os", "text")));
    }

    @Override
    public String fingerprint(Parcel parcel) {
        return fingerprint(text(parcel.metadata()));
    }

    static String fingerprint(String text) {
        try {
            var bytes = text.getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void keep(Parcel parcel, String fingerprint) {
        try {
            Files.move(parcel.metadata(), folder.resolve(fingerprint));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public boolean has(String fingerprint) {
        return Files.exists(folder.resolve(fingerprint));
    }

    @Override
    public List<ImageFile> files(String fingerprint) {
        var file = folder.resolve(fingerprint);
        return List.of(new ImageFile("metadata", fingerprint + ".txt", file, text(file).length()));
    }

    @Override
    public void unpack(String fingerprint, Path target) {
        try {
            Files.copy(folder.resolve(fingerprint), target.resolve("rootfs"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void pack(Path from, ImageManifest manifest, String algorithm, Parcel parcel) {
        try {
            Files.copy(from.resolve("rootfs"), parcel.metadata());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void delete(String fingerprint) {
        try {
            Files.deleteIfExists(folder.resolve(fingerprint));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public Set<String> fingerprints() {
        return names().stream()
                .filter(name -> !name.startsWith("incoming-"))
                .collect(Collectors.toSet());
    }
}
