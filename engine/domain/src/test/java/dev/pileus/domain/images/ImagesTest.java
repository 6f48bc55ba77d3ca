package dev.pileus.domain.images;

import static dev.pileus.domain.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import dev.pileus.api.Image;
import dev.pileus.api.ImageAlias;
import dev.pileus.api.ImageAliasUpdate;
import dev.pileus.api.ImageUpdate;
import dev.pileus.api.NewProject;
import dev.pileus.api.Operation;
import dev.pileus.domain.Clock;
import dev.pileus.domain.TestDatabase;
import dev.pileus.domain.ThisMember;
import dev.pileus.domain.operations.Tokens;
import dev.pileus.domain.projects.ProjectsService;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Images of one server.
class ImagesTest {
    private static final String FINGERPRINT = FolderOfImages.fingerprint("hello");

    @TempDir Path folder;
    private ImageCluster cluster;
    private ImageCluster.One server;
    private ImageAliasesService aliases;

    @BeforeEach
    void start() {
        cluster = new ImageCluster(folder, "none");
        server = cluster.one("none");
        aliases = new ImageAliasesService(cluster.database, TestDatabase.silence());
    }

    @AfterEach
    void stop() {
        cluster.close();
    }

    @Test
    void makesAnImageOfAFile() {
        var wish =
                new ImageWish(
                        "",
                        "hello.txt",
                        true,
                        false,
                        Map.of("release", "1"),
                        List.of(new Image.Alias("hi", "")),
                        Image.NEVER,
                        List.of("default", "default"));

        var operation = server.bring("hello", wish);

        assertThat(operation.err()).isEmpty();
        assertThat(operation.text("fingerprint")).isEqualTo(FINGERPRINT);
        assertThat(operation.text("size")).isEqualTo("5");
        var image = server.images.resolve("default", "hi");
        assertThat(image).isEqualTo(server.images.get("default", FINGERPRINT.substring(0, 6)));
        assertThat(image.filename()).isEqualTo("hello.txt");
        assertThat(image.isPublic()).isTrue();
        assertThat(image.properties()).isEqualTo(Map.of("os", "text", "release", "1"));
        assertThat(image.profiles()).containsExactly("default");
        assertThat(image.aliases()).containsExactly(new Image.Alias("hi", ""));
        assertThat(image.uploadedAt()).isEqualTo(Clock.BEGIN);
        assertThat(image.lastUsedAt()).isEqualTo(Image.NEVER);
        assertThat(server.files.names()).containsExactly(FINGERPRINT);
    }

    @Test
    void leavesNothingOfWhatIsRefused() {
        server.bring("other", wish("taken"));
        var other = server.files.names();
        assertFails("The image is damaged: it says so", server.bring("broken", ImageWish.plain()));
        assertFails(
                "fingerprints don't match, got %s expected ffff".formatted(FINGERPRINT),
                server.bring("hello", ImageWish.plain().expecting("ffff")));
        assertFails("Alias \"taken\" already exists", server.bring("hello", wish("taken")));
        assertFails(
                "Profile not found",
                server.bring(
                        "hello",
                        new ImageWish(
                                "",
                                "",
                                false,
                                false,
                                Map.of(),
                                List.of(),
                                Image.NEVER,
                                List.of("nope"))));
        assertThat(server.files.names()).isEqualTo(other);
        assertThat(server.images.list("default")).hasSize(1);
    }

    @Test
    void refusesTheSameImageTwiceAndKeepsTheFirst() {
        server.bring("hello", ImageWish.plain());
        assertFails(
                "Image with same fingerprint already exists",
                server.bring("hello", ImageWish.plain()));
        assertThat(server.files.names()).containsExactly(FINGERPRINT);
    }

    @Test
    void changesWhatCanBeChanged() {
        server.bring("hello", ImageWish.plain());
        var expiry = Clock.BEGIN.plusSeconds(60);
        server.images.update(
                "default",
                FINGERPRINT,
                present -> new ImageUpdate(true, Map.of("a", "b"), true, expiry, List.of()));
        var image = server.images.get("default", FINGERPRINT);
        assertThat(image.writable())
                .isEqualTo(new ImageUpdate(true, Map.of("a", "b"), true, expiry, List.of()));
        assertRefused(
                404,
                "Profile not found",
                () ->
                        server.images.update(
                                "default",
                                FINGERPRINT,
                                present ->
                                        new ImageUpdate(
                                                false,
                                                Map.of(),
                                                false,
                                                Image.NEVER,
                                                List.of("nope"))));
    }

    @Test
    void deletesFilesAndNames() {
        server.bring("hello", wish("hi"));
        server.end(server.images.delete("default", FINGERPRINT.substring(0, 8)));
        assertThat(server.images.list("default")).isEmpty();
        assertThat(aliases.list("default")).isEmpty();
        assertThat(server.files.names()).isEmpty();
        assertRefused(404, "Image not found", () -> server.images.delete("default", FINGERPRINT));
        assertRefused(404, "Image \"ffff\" not found", () -> server.images.get("default", "ffff"));
    }

    @Test
    void sharesFilesBetweenProjectsAndNothingElse() {
        var projects =
                new ProjectsService(
                        cluster.database, List.of(new ImageTenant()), TestDatabase.silence());
        projects.create(new NewProject("own", "", Map.of("features.profiles", "false")));
        projects.create(
                new NewProject(
                        "guest",
                        "",
                        Map.of("features.images", "false", "features.profiles", "false")));
        server.bring("hello", ImageWish.plain());
        assertThat(server.images.list("own")).isEmpty();
        assertThat(server.images.list("guest"))
                .singleElement()
                .satisfies(image -> assertThat(image.project()).isEqualTo("default"));

        assertThat(server.bring("own", "hello", wish("hi")).err()).isEmpty();
        assertThat(aliases.list("default")).isEmpty();
        assertThat(projects.get("own").usedBy())
                .containsExactly("/1.0/images/" + FINGERPRINT + "?project=own");
        server.end(server.images.delete("default", FINGERPRINT));

        assertThat(server.images.listAll())
                .singleElement()
                .satisfies(image -> assertThat(image.project()).isEqualTo("own"));
        assertThat(server.files.names()).containsExactly(FINGERPRINT);
        server.end(server.images.delete("own", FINGERPRINT));
        assertThat(server.files.names()).isEmpty();
    }

    @Test
    void notesWhenAnImageWasUsed() throws Exception {
        server.bring("hello", ImageWish.plain());
        var place = Files.createDirectory(folder.resolve("c1"));
        server.images.unpack(FINGERPRINT, place);
        assertThat(place.resolve("rootfs")).hasContent("hello");
        assertThat(server.images.get("default", FINGERPRINT).lastUsedAt()).isEqualTo(Clock.BEGIN);
    }

    @Test
    void namesImages() {
        server.bring("hello", ImageWish.plain());
        var other = server.bring("other", ImageWish.plain()).text("fingerprint");
        aliases.create("default", new ImageAlias("a/b", "d", FINGERPRINT.substring(0, 9), ""));
        assertThat(aliases.get("default", "a/b"))
                .isEqualTo(new ImageAlias("a/b", "d", FINGERPRINT, "container"));
        assertRefused(
                409,
                "Alias \"a/b\" already exists",
                () -> aliases.create("default", new ImageAlias("a/b", "", FINGERPRINT, "")));
        assertRefused(
                404,
                "Image not found",
                () -> aliases.create("default", new ImageAlias("c", "", "ffff", "")));
        aliases.update("default", "a/b", present -> new ImageAliasUpdate("e", other));
        aliases.rename("default", "a/b", "c");
        assertThat(aliases.list("default"))
                .containsExactly(new ImageAlias("c", "e", other, "container"));
        aliases.delete("default", "c");
        assertRefused(404, "Image alias not found", () -> aliases.get("default", "c"));
        assertRefused(404, "Image alias not found", () -> aliases.delete("default", "c"));
    }

    @Test
    void opensAnImageOnceToWhomTheSecretIsTold() {
        server.bring("hello", ImageWish.plain());
        var image = server.images.get("default", FINGERPRINT);
        var tokens =
                new Tokens(
                        ThisMember.standalone(),
                        TestDatabase.silence(),
                        cluster.clock,
                        UUID::randomUUID);
        var secrets = new ImageSecrets(cluster.database, tokens, new SecureRandom());
        var secret = secrets.issue(image).text("secret");
        assertThat(secrets.opens(image, secret)).isTrue();
        assertThat(secrets.opens(image, "")).isFalse();
        assertThat(secrets.use(image, secret + "x")).isFalse();
        assertThat(secrets.use(image, secret)).isTrue();
        assertThat(secrets.use(image, secret)).isFalse();
        assertThat(secrets.opens(image, secret)).isFalse();
    }

    private static ImageWish wish(String alias) {
        return new ImageWish(
                "",
                "",
                false,
                false,
                Map.of(),
                List.of(new Image.Alias(alias, "")),
                Image.NEVER,
                List.of());
    }

    private static void assertFails(String text, Operation operation) {
        assertThat(operation.err()).isEqualTo(text);
        assertThat(operation.status()).isEqualTo("Failure");
    }
}
