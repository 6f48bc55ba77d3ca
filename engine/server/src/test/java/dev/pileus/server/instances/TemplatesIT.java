package dev.pileus.server.instances;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pileus.testkit.Command;
import dev.pileus.testkit.GuestImage;
import dev.pileus.testkit.RealContainers;
import dev.pileus.testkit.StockClients;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Images have files written into their instances.
@StockClients
@RealContainers
class TemplatesIT {
    @TempDir static Path folder;
    private static LoneServer server;

    @BeforeAll
    static void start() throws IOException {
        server = LoneServer.start(folder);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void writesWhatTheImageWants() throws IOException {
        server.incus("image", "import", withTemplates().toString(), "--alias", "named");
        server.incus("create", "named", "c1", "-q", "-c", "user.motd=hello");
        server.incus("start", "c1");
        assertThat(server.rootfs("c1").resolve("etc/hostname")).hasContent("c1 by create\n");
        assertThat(server.rootfs("c1").resolve("etc/new/motd")).hasContent("hello at start\n");
        assertThat(server.incus("config", "get", "c1", "volatile.apply_template")).isEmpty();
        server.incus("stop", "c1", "--force");
        server.incus("config", "unset", "c1", "user.motd");
        server.incus("rename", "c1", "c2");
        server.incus("start", "c2");
        assertThat(server.rootfs("c2").resolve("etc/hostname")).hasContent("c2 by rename\n");
        assertThat(server.rootfs("c2").resolve("etc/new/motd")).hasContent("nothing at start\n");

        server.incus("publish", "c2", "--alias", "published", "--force");
        server.incus("launch", "published", "c3", "-q");
        assertThat(server.rootfs("c3").resolve("etc/hostname")).hasContent("c3 by create\n");
        // what the image links to is not its own
        assertThat(server.rootfs("c3").resolve("etc/stolen")).doesNotExist();
        server.incus("delete", "c2", "c3", "--force");
    }

    private static Path withTemplates() throws IOException {
        var work = Files.createDirectory(folder.resolve("named"));
        var file = folder.resolve("named.tar");
        var plain = GuestImage.write(Files.createDirectory(folder.resolve("plain")));
        Command.of("tar", "-xf", plain.toString(), "-C", work.toString()).output();
        var templates = Files.createDirectory(work.resolve("templates"));
        Files.writeString(templates.resolve("name.tpl"), "{{ container.name }} by {{ trigger }}\n");
        Files.writeString(
                templates.resolve("motd.tpl"),
                "{{ config_get(\"user.motd\", properties.none) }} at {{ trigger }}\n");
        Files.createSymbolicLink(templates.resolve("link.tpl"), Path.of("/etc/passwd"));
        Files.writeString(
                work.resolve("metadata.yaml"),
                """

                templates:
                  /etc/hostname:
                    when: [create, copy, rename]
                    template: name.tpl
                  /etc/new/motd:
                    when: [start]
                    template: motd.tpl
                    properties: {none: nothing}
                  /etc/stolen:
                    when: [create]
                    create_only: true
                    template: link.tpl
                """,
                StandardOpenOption.APPEND);
        Command.of(
                        "tar",
                        "-cf",
                        file.toString(),
                        "-C",
                        work.toString(),
                        "metadata.yaml",
                        "templates",
                        "rootfs")
                .output();
        return file;
    }
}
