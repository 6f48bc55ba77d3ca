package dev.pileus.runtime.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pileus.domain.instances.files.FileChange;
import dev.pileus.domain.instances.files.FileKind;
import dev.pileus.domain.instances.files.FileProblem;
import dev.pileus.domain.instances.files.FileProblem.Kind;
import dev.pileus.domain.instances.files.FileTree;
import dev.pileus.domain.instances.files.Opening;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicBoolean;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The files of a container that is down; outside lies something that nobody may see.
class ContainerFilesTest {
    private static final String SECRET = "the host's own";

    @TempDir Path folder;
    private Path rootfs;
    private Path outside;
    private FileTree tree;

    @BeforeEach
    void open() throws IOException {
        rootfs = Files.createDirectories(folder.resolve("rootfs"));
        outside = Files.createDirectories(folder.resolve("outside"));
        Files.writeString(outside.resolve("secret"), SECRET);
        Files.createDirectories(rootfs.resolve("etc"));
        Files.writeString(rootfs.resolve("etc/hosts"), "localhost");
        tree = new ContainerFiles().open(rootfs, OptionalLong::empty);
    }

    @AfterEach
    void close() {
        tree.close();
    }

    @Test
    void makesReadsAndChangesFiles() throws IOException {
        write("/etc/motd", "hello", Opening.OVERWRITE);
        write("etc/motd", " world", Opening.APPEND);
        assertThat(read("//etc/./motd")).isEqualTo("hello world");
        write("/etc/motd", "new", Opening.OVERWRITE);
        assertThat(rootfs.resolve("etc/motd")).hasContent("new");
        assertThat(tree.entry("/etc/motd", true).mode()).isEqualTo(0644);

        tree.change("/etc/motd", true, mode(04750));
        assertThat(tree.entry("/etc/motd", true).mode()).isEqualTo(04750);
        tree.rename("/etc/motd", "/motd", false);
        tree.makeName("/motd2", "/motd");
        tree.removeFile("/motd");
        assertThat(tree.names("/")).containsExactly("etc", "motd2");
    }

    @Test
    void keepsNamesOfAllLanguages() {
        tree.makeDirectory("/日本 é", 0700);
        tree.makeLink("/日本 é/ß", "→");
        assertThat(tree.names("/")).contains("日本 é");
        assertThat(tree.target("/日本 é/ß")).isEqualTo("→");
        assertThat(tree.entry("/日本 é/ß", false).kind()).isEqualTo(FileKind.SYMLINK);
    }

    @Test
    void tellsWhatIsWrong() throws IOException {
        assertProblem(Kind.ABSENT, () -> tree.entry("/nope", true));
        assertProblem(Kind.ABSENT, () -> write("/no/where", "x", Opening.OVERWRITE));
        assertProblem(Kind.ABSENT, () -> write("/nope", "x", Opening.APPEND));
        assertProblem(Kind.PRESENT, () -> tree.makeDirectory("/etc", 0755));
        assertProblem(Kind.PRESENT, () -> tree.removeDirectory("/etc"));
        assertProblem(Kind.IMPOSSIBLE, () -> tree.removeFile("/etc"));
        assertProblem(Kind.IMPOSSIBLE, () -> read("/etc"));
        assertProblem(Kind.IMPOSSIBLE, () -> tree.removeDirectory("/"));
        assertProblem(Kind.IMPOSSIBLE, () -> tree.removeDirectory("/etc/.."));
        assertProblem(Kind.IMPOSSIBLE, () -> tree.removeFile("/etc/hosts\0"));
    }

    @Test
    void leadsNowhereElse() throws IOException {
        var absolute = outside.resolve("secret").toString();
        Files.createSymbolicLink(rootfs.resolve("file"), Path.of(absolute));
        Files.createSymbolicLink(rootfs.resolve("folder"), outside);
        Files.createSymbolicLink(rootfs.resolve("up"), Path.of("../outside"));

        for (var path : new String[] {"/file", "/folder/secret", "/up/secret", absolute}) {
            assertProblem(Kind.ABSENT, () -> read(path));
        }
        assertProblem(Kind.ABSENT, () -> read("/../outside/secret"));
        assertProblem(Kind.ABSENT, () -> read("/etc/../../outside/secret"));
        assertProblem(Kind.ABSENT, () -> write("/folder/new", "x", Opening.OVERWRITE));
        assertProblem(Kind.ABSENT, () -> tree.removeFile("/up/secret"));
        assertProblem(Kind.ABSENT, () -> tree.makeDirectory("/folder/new", 0755));
        assertProblem(Kind.ABSENT, () -> tree.rename("/etc/hosts", "/up/hosts", true));
        assertThat(outside).isDirectoryContaining("glob:**secret");
        assertThat(outside.resolve("secret")).hasContent(SECRET);
    }

    @Test
    void followsLinksAsTheContainerWould() throws IOException {
        tree.makeLink("/link", "/etc/../etc/hosts");
        tree.makeLink("/etc/up", "..");
        assertThat(read("/link")).isEqualTo("localhost");
        assertThat(read("/etc/up/etc/up/../etc/hosts")).isEqualTo("localhost");
        write("/link", "changed", Opening.OVERWRITE);
        assertThat(rootfs.resolve("etc/hosts")).hasContent("changed");
    }

    @Test
    void isNotFooledByWhoSwapsFoldersForLinks() throws Exception {
        Files.createDirectories(rootfs.resolve("a"));
        Files.writeString(rootfs.resolve("a/secret"), "harmless");
        var over = new AtomicBoolean();
        var swapper = Thread.ofPlatform().start(() -> swap(over));
        try {
            for (var attempt = 0; attempt < 3000; attempt++) {
                try {
                    assertThat(read("/a/secret")).isEqualTo("harmless");
                } catch (FileProblem gone) {
                    assertThat(gone.kind()).isEqualTo(Kind.ABSENT);
                }
            }
        } finally {
            over.set(true);
            swapper.join();
        }
    }

    private void swap(AtomicBoolean over) {
        try {
            var place = rootfs.resolve("a");
            var aside = rootfs.resolve("aside");
            while (!over.get()) {
                Files.move(place, aside, StandardCopyOption.ATOMIC_MOVE);
                Files.createSymbolicLink(place, outside);
                Files.delete(place);
                Files.move(aside, place, StandardCopyOption.ATOMIC_MOVE);
            }
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private void write(String path, String content, Opening opening) throws IOException {
        try (var file = tree.open(path, opening)) {
            var bytes = StandardCharsets.UTF_8.encode(content);
            assertThat(file.content().write(bytes)).isPositive();
        }
    }

    private String read(String path) throws IOException {
        try (var file = tree.open(path, Opening.READ)) {
            var bytes = ByteBuffer.allocate(100);
            assertThat(file.content().read(bytes)).isPositive();
            return StandardCharsets.UTF_8.decode(bytes.flip()).toString();
        }
    }

    private static FileChange mode(int mode) {
        return new FileChange(
                OptionalLong.empty(),
                OptionalLong.empty(),
                OptionalLong.empty(),
                OptionalInt.of(mode),
                Optional.empty());
    }

    private static void assertProblem(Kind kind, ThrowingCallable work) {
        assertThatThrownBy(work)
                .isInstanceOfSatisfying(
                        FileProblem.class, problem -> assertThat(problem.kind()).isEqualTo(kind));
    }
}
