package dev.pileus.runtime.images;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.pileus.api.ApiException;
import dev.pileus.api.Image;
import dev.pileus.domain.images.InspectedImage;
import dev.pileus.domain.images.Parcel;
import dev.pileus.runtime.HostPipe;
import dev.pileus.runtime.HostProgram;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Real tarballs, packed and unpacked by the host's own programs.
class ImageFolderTest {
    @TempDir Path temporary;
    private ImageFolder images;

    @BeforeEach
    void openFolder() {
        images = ImageFolder.in(temporary.resolve("images"));
    }

    @ParameterizedTest
    @CsvSource({
        "'',.tar",
        "gzip,.tar.gz",
        "xz,.tar.xz",
        "zstd,.tar.zst",
        "bzip2,.tar.bz2",
    })
    void readsEveryCompression(String program, String suffix) throws Exception {
        var file = packed(TestTar.image().write(temporary.resolve("plain")), program);
        var parcel = parcel(file);

        var inspected = inspect(parcel);

        assertThat(inspected.fingerprint()).isEqualTo(hash(file));
        assertThat(inspected.size()).isEqualTo(Files.size(file));
        assertThat(inspected.suffix()).isEqualTo(suffix);
        assertThat(inspected.manifest().architecture()).isEqualTo("x86_64");
        assertThat(inspected.manifest().createdAt()).isEqualTo(Instant.ofEpochSecond(1700000000));
        assertThat(inspected.manifest().expiresAt()).isEqualTo(Image.NEVER);
        assertThat(inspected.manifest().properties())
                .containsOnly(Map.entry("os", "busybox"), Map.entry("release", "1"));
    }

    @Test
    void keepsAndUnpacksAUnifiedImage() throws Exception {
        var tar =
                TestTar.image()
                        .folder("templates")
                        .program("rootfs/bin/su", "#!/bin/sh\n")
                        .hardLink("rootfs/bin/sudo", "rootfs/bin/su")
                        .link("rootfs/bin/sh", "/bin/su");
        var parcel = parcel(packed(tar.write(temporary.resolve("plain")), "gzip"));
        var fingerprint = inspect(parcel).fingerprint();
        images.keep(parcel, fingerprint);
        images.giveUp(parcel);
        assertThat(images.has(fingerprint)).isTrue();
        assertThat(images.files(fingerprint))
                .singleElement()
                .satisfies(file -> {
                    assertThat(file.part()).isEqualTo("metadata");
                    assertThat(file.name()).isEqualTo(fingerprint + ".tar.gz");
                });

        var folder = Files.createDirectory(temporary.resolve("c1"));
        images.unpack(fingerprint, folder);

        assertThat(folder.resolve("metadata.yaml")).hasContent(TestTar.METADATA);
        var bin = folder.resolve("rootfs/bin");
        assertThat(folder.resolve("rootfs/etc/hostname")).hasContent("c1\n");
        assertThat((int) Files.getAttribute(bin.resolve("su"), "unix:mode") & 07777)
                .isEqualTo(04755);
        assertThat(Files.getAttribute(bin.resolve("su"), "unix:ino"))
                .isEqualTo(Files.getAttribute(bin.resolve("sudo"), "unix:ino"));
        assertThat(Files.readSymbolicLink(bin.resolve("sh"))).hasToString("/bin/su");
        assertThat(images.fingerprints()).containsExactly(fingerprint);
        assertThat(temporary.resolve("images")).isDirectoryNotContaining("glob:**incoming*");
    }

    @Test
    void fingerprintOfASplitImageIsOfBothFiles() throws Exception {
        var metadata = TestTar.metadata().write(temporary.resolve("meta"));
        var rootfs =
                new TestTar()
                        .folder("./")
                        .file("./etc/hostname", "c2\n")
                        .write(temporary.resolve("root"));
        var parcel = parcel(metadata, rootfs);

        var inspected = inspect(parcel);

        assertThat(inspected.fingerprint()).isEqualTo(hash(metadata, rootfs));
        images.keep(parcel, inspected.fingerprint());
        assertThat(images.files(inspected.fingerprint()))
                .extracting("part")
                .containsExactly("metadata", "rootfs");
        var folder = Files.createDirectory(temporary.resolve("c2"));
        images.unpack(inspected.fingerprint(), folder);
        assertThat(folder.resolve("rootfs/etc/hostname")).hasContent("c2\n");
        images.delete(inspected.fingerprint());
        assertThat(images.fingerprints()).isEmpty();
    }

    @Test
    void takesASquashfsRootFileSystem() throws Exception {
        assumeTrue(HostProgram.find("mksquashfs").isPresent(), "mksquashfs is not installed");
        var tree = temporary.resolve("tree");
        Files.writeString(Files.createDirectories(tree.resolve("etc")).resolve("hostname"), "c3\n");
        var squashed = temporary.resolve("squashed");
        HostPipe.run(List.of("mksquashfs", tree.toString(), squashed.toString()));
        var parcel = parcel(TestTar.metadata().write(temporary.resolve("meta")), squashed);
        var fingerprint = inspect(parcel).fingerprint();
        images.keep(parcel, fingerprint);

        var folder = Files.createDirectory(temporary.resolve("c3"));
        images.unpack(fingerprint, folder);

        assertThat(folder.resolve("rootfs/etc/hostname")).hasContent("c3\n");
    }

    @Test
    void refusesWhatWouldReachOutOfItsFolder() {
        assertHostile(TestTar.image().file("/etc/passwd", "x"), "/etc/passwd");
        assertHostile(TestTar.image().file("rootfs/../../x", "x"), "rootfs/../../x");
        assertHostile(
                TestTar.image().link("rootfs/a", "/etc").file("rootfs/a/x", "x"), "rootfs/a/x");
        assertHostile(
                TestTar.image().link("./rootfs//a", "/etc").file("rootfs/./a/b/x", "x"),
                "rootfs/./a/b/x");
        assertHostile(TestTar.image().hardLink("rootfs/a", "/etc/passwd"), "/etc/passwd");
        assertHostile(TestTar.image().hardLink("rootfs/a", "../passwd"), "../passwd");
        assertHostile(
                TestTar.image().link("rootfs/a", "/etc").hardLink("rootfs/b", "rootfs/a/passwd"),
                "rootfs/b");
    }

    @Test
    void refusesMetadataThatIsNone() {
        assertRefused(new TestTar().folder("rootfs"), "Metadata tarball is missing metadata.yaml");
        assertRefused(TestTar.metadata(), "The image has no root file system");
        var odd = "Could not parse metadata.yaml: it is no file, empty or too large";
        assertRefused(new TestTar().link("metadata.yaml", "/etc/passwd").folder("rootfs"), odd);
        assertRefused(
                new TestTar().file("metadata.yaml", "a".repeat(2 << 20)).folder("rootfs"), odd);
        assertRefused(yaml("a: [1"), "Could not parse metadata.yaml: it is no YAML");
        assertRefused(yaml("- a"), "Could not parse metadata.yaml: it is no map");
        assertRefused(
                yaml("!!javax.script.ScriptEngineManager [a]"),
                "Could not parse metadata.yaml: it is no YAML");
        assertRefused(
                yaml("architecture: vax"),
                "Could not parse metadata.yaml: the architecture \"vax\" is not known");
        assertRefused(
                yaml("{architecture: x86_64, creation_date: today}"),
                "Could not parse metadata.yaml: creation_date is no number of seconds");
    }

    @ParameterizedTest
    @CsvSource({"''", "gzip", "xz", "zstd"})
    void refusesWhatIsCutOff(String program) throws Exception {
        var tar = TestTar.image().file("rootfs/big", "0123456789".repeat(100_000));
        var file = packed(tar.write(temporary.resolve("plain")), program);
        try (var open = new RandomAccessFile(file.toFile(), "rw")) {
            open.setLength(Math.min(open.length() - 20, 1 << 19));
        }
        var parcel = parcel(file);

        assertThatThrownBy(() -> inspect(parcel)).isInstanceOf(ApiException.class);
    }

    @Test
    void readsOnToTheEndOfWhatFollows() throws Exception {
        var file = TestTar.image().write(temporary.resolve("plain"));
        Files.write(file, new byte[1 << 20], StandardOpenOption.APPEND);
        assertThat(inspect(parcel(packed(file, "gzip"))).suffix()).isEqualTo(".tar.gz");
    }

    @Test
    void refusesWhatIsNoArchive() throws Exception {
        var file = Files.writeString(temporary.resolve("text"), "no archive at all");
        var parcel = parcel(file);
        assertThatThrownBy(() -> inspect(parcel)).hasMessage("Unsupported compression (400)");
    }

    @Test
    void forgetsWhatWasComingInWhenItStopped() throws Exception {
        var parcel = images.expect();
        Files.writeString(parcel.metadata(), "half");
        var again = ImageFolder.in(temporary.resolve("images"));
        assertThat(parcel.folder()).doesNotExist();
        assertThat(again.fingerprints()).isEmpty();
    }

    private static TestTar yaml(String text) {
        return new TestTar().file("metadata.yaml", text).folder("rootfs");
    }

    private void assertHostile(TestTar tar, String name) {
        assertRefused(tar, "The image has a file that must not be unpacked: \"" + name + "\"");
    }

    private void assertRefused(TestTar tar, String text) {
        var parcel = parcel(tar.write(temporary.resolve("refused")));
        assertThatThrownBy(() -> inspect(parcel))
                .isInstanceOf(ApiException.class)
                .hasMessageStartingWith(text + " (");
        images.giveUp(parcel);
    }

    private InspectedImage inspect(Parcel parcel) {
        return images.inspect(parcel, text -> {});
    }

    private Parcel parcel(Path... files) {
        var parcel = images.expect();
        try {
            Files.copy(files[0], parcel.metadata());
            if (files.length > 1) {
                Files.copy(files[1], parcel.rootfs());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return parcel.with(files.length > 1);
    }

    private Path packed(Path file, String program) {
        if (program.isEmpty()) {
            return file;
        }
        assumeTrue(HostProgram.find(program).isPresent(), program + " is not installed");
        var packed = temporary.resolve("packed");
        HostPipe.run(List.of(program, "-c", file.toString()), packed);
        return packed;
    }

    private static String hash(Path... files) throws Exception {
        var digest = MessageDigest.getInstance("SHA-256");
        for (var file : files) {
            digest.update(Files.readAllBytes(file));
        }
        return HexFormat.of().formatHex(digest.digest());
    }
}
