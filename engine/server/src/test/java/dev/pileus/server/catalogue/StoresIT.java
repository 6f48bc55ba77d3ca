package dev.pileus.server.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pileus.server.TestMember;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Images and custom volumes of a server on its own, kept with the stock clients.
class StoresIT {
    @TempDir Path folder;
    private TestMember member;
    private ImageFolder content;

    @BeforeEach
    void start() {
        member = TestMember.start(folder);
        content = ImageFolder.in(folder.resolve("content"), "hello\n");
    }

    @AfterEach
    void stop() {
        member.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"incus", "lxc"})
    void keepImages(String name) throws IOException {
        var client = new StockClient(name, member.home());
        assertThat(client.run("image", "list", "--format", "csv")).isEmpty();
        var unified = content.unified();
        client.run("image", "import", unified, "--alias", "one", "release=7");
        client.run(
                "image",
                "import",
                content.metadata(),
                content.rootfs(),
                "--alias",
                "two",
                "--public");
        assertThat(client.run("image", "list", "--format", "csv"))
                .contains("one,", "two,", ",x86_64,CONTAINER,", ",no,", ",yes,");
        assertThat(client.run("image", "show", "one"))
                .contains("os: nothing", "release: \"7\"", "public: false", "- default");
        client.refuses("Image with same fingerprint already exists", "image", "import", unified);

        client.read(
                client.run("image", "show", "one").replace("nothing", "something"),
                "image",
                "edit",
                "one");
        assertThat(client.run("image", "info", "one")).contains("os: something", "- one");
        client.run("image", "alias", "rename", "one", "first");
        assertThat(client.run("image", "alias", "list", "--format", "csv"))
                .contains("first,")
                .doesNotContain("one,");

        client.run("image", "export", "first", folder.resolve("out").toString());
        assertThat(Files.mismatch(folder.resolve("out.tar.gz"), Path.of(unified))).isEqualTo(-1);
        client.run("image", "export", "two", folder.resolve("split").toString());
        assertThat(folder.resolve("split.root")).exists();

        client.run("image", "delete", "first", "two");
        assertThat(client.run("image", "list", "--format", "csv")).isEmpty();
        assertThat(member.stateDir().resolve("images")).isEmptyDirectory();
    }

    @Test
    void refuseWhatIsNoImageAndKeepNothingOfIt() throws IOException {
        var client = new StockClient("incus", member.home());
        // it greets whom it does not know yet
        assertThat(client.run("image", "list", "--format", "csv")).isEmpty();
        var text = Files.writeString(folder.resolve("text"), "no image").toString();
        client.refuses("Unsupported compression", "image", "import", text);
        client.refuses(
                "Metadata tarball is missing metadata.yaml", "image", "import", content.rootfs());
        assertThat(client.run("image", "list", "--format", "csv")).isEmpty();
        assertThat(member.stateDir().resolve("images")).isEmptyDirectory();
    }

    @Test
    void giveStrangersPublicImagesAndThoseWhoseSecretTheyKnow() {
        var client = new StockClient("incus", member.home());
        client.run("image", "import", content.unified(), "--alias", "one");
        client.run("image", "import", content.metadata(), content.rootfs(), "--public");
        var stranger = member.stranger();
        var seen = stranger.get("/1.0/images?recursion=1").metadata();
        assertThat(seen.size()).isEqualTo(1);
        assertThat(seen.get(0).path("public").booleanValue()).isTrue();
        assertThat(stranger.get("/1.0/images/aliases").metadata().size()).isZero();

        var hidden =
                member.friend()
                        .get("/1.0/images/aliases/one")
                        .metadata()
                        .path("target")
                        .stringValue("");
        var path = "/1.0/images/" + hidden;
        assertThat(stranger.get(path).status()).isEqualTo(404);
        assertThat(stranger.get(path + "/export").status()).isEqualTo(404);
        assertThat(stranger.ask("POST", path + "/secret", "{}").status()).isEqualTo(403);
        var secret =
                member.friend()
                        .ask("POST", path + "/secret", "{}")
                        .metadata()
                        .path("metadata")
                        .path("secret")
                        .stringValue("");
        assertThat(stranger.get(path + "?secret=" + secret).status()).isEqualTo(200);
        assertThat(stranger.get(path + "/export?secret=x" + secret).status()).isEqualTo(404);
        assertThat(stranger.get(path + "/export?secret=" + secret).status()).isEqualTo(200);
        assertThat(stranger.get(path + "/export?secret=" + secret).status()).isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"incus", "lxc"})
    void keepVolumes(String name) throws IOException {
        var client = new StockClient(name, member.home());
        for (var pool : List.of("p1", "p2")) {
            client.run("storage", "create", pool, "dir");
        }
        client.run("storage", "volume", "create", "p1", "v", "user.a=1");
        var place = member.stateDir().resolve("storage-pools/p1/custom/default_v");
        Files.writeString(place.resolve("f"), "one");
        client.run("storage", "volume", "set", "p1", "v", "user.b=2");
        assertThat(client.run("storage", "volume", "show", "p1", "v"))
                .contains("user.a: \"1\"", "user.b: \"2\"", "used_by: []");
        client.refuses(
                "Volume by that name already exists", "storage", "volume", "create", "p1", "v");
        client.refuses("The storage pool is currently in use", "storage", "delete", "p1");

        client.run("storage", "volume", "copy", "p1/v", "p2/w");
        assertThat(member.stateDir().resolve("storage-pools/p2/custom/default_w/f"))
                .hasContent("one");
        client.run("storage", "volume", "rename", "p2", "w", "x");
        client.run("storage", "volume", "move", "p2/x", "p1/x");
        assertThat(client.run("storage", "volume", "list", "p1", "--format", "csv"))
                .contains("custom,v,", "custom,x,");
        assertThat(client.run("storage", "volume", "list", "p2", "--format", "csv")).isEmpty();

        client.run(
                "profile",
                "device",
                "add",
                "default",
                "d",
                "disk",
                "pool=p1",
                "source=v",
                "path=/v");
        client.refuses(
                "The storage volume is still in use", "storage", "volume", "delete", "p1", "v");
        client.run("profile", "device", "remove", "default", "d");
        client.run("storage", "volume", "delete", "p1", "v");
        client.run("storage", "volume", "delete", "p1", "x");
        client.run("storage", "delete", "p1");
        client.run("storage", "delete", "p2");
    }

    @Test
    void keepSnapshotsOfVolumes() throws IOException {
        var client = new StockClient("incus", member.home());
        client.run("storage", "create", "p1", "dir");
        client.run("storage", "volume", "create", "p1", "v");
        var file = member.stateDir().resolve("storage-pools/p1/custom/default_v/f");
        Files.writeString(file, "one");
        client.run("storage", "volume", "snapshot", "create", "p1", "v", "s");
        Files.writeString(file, "two");
        client.run("storage", "volume", "snapshot", "create", "p1", "v");
        assertThat(client.run("storage", "volume", "snapshot", "list", "p1", "v", "-f", "csv"))
                .contains("s,", "snap0,");

        client.run("storage", "volume", "snapshot", "restore", "p1", "v", "s");

        assertThat(file).hasContent("one");
        client.run("storage", "volume", "snapshot", "rename", "p1", "v", "s", "t");
        client.run("storage", "volume", "snapshot", "delete", "p1", "v", "t");
        assertThat(client.run("storage", "volume", "info", "p1", "v"))
                .contains("snap0")
                .doesNotContain("| t ");
    }
}
