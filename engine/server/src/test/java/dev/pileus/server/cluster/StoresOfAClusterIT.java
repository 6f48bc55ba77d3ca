package dev.pileus.server.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.pileus.server.catalogue.ImageFolder;
import dev.pileus.testkit.ClusterOptions;
import dev.pileus.testkit.PileusCluster;
import dev.pileus.testkit.RealPileus;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Images and custom volumes of three members, kept with the stock client through any of them.
@RealPileus
class StoresOfAClusterIT {
    @TempDir static Path folder;
    private static PileusCluster cluster;

    @BeforeAll
    static void start() {
        cluster = PileusCluster.start(ClusterOptions.of("m1", "m2", "m3"));
    }

    @AfterAll
    static void stop() {
        cluster.close();
    }

    @Test
    void copyImagesToAsManyMembersAsConfiguredAndToWhoAsksForOne() throws IOException {
        cluster.client("config", "set", "cluster.images_minimal_replica=2");
        var file = ImageFolder.in(folder.resolve("a"), "a").unified();
        cluster.clientAt("m2", "image", "import", file, "--alias", "a");
        var fingerprint = fingerprint("a");
        assertThat(holders(fingerprint)).hasSize(2).contains("m2");

        for (var member : List.of("m1", "m2", "m3")) {
            var out = folder.resolve(member);
            cluster.clientAt(member, "image", "export", "a", out.toString());
            assertThat(Files.mismatch(Path.of(out + ".tar.gz"), Path.of(file))).isEqualTo(-1);
        }
        assertThat(holders(fingerprint)).hasSize(3);

        cluster.client("config", "set", "cluster.images_minimal_replica=1");
        var other = ImageFolder.in(folder.resolve("b"), "b").unified();
        cluster.clientAt("m3", "image", "import", other, "--alias", "b");
        assertThat(holders(fingerprint("b"))).containsExactly("m3");
        var b = fingerprint("b");
        cluster.client("config", "set", "cluster.images_minimal_replica=-1");
        await().atMost(Duration.ofSeconds(40))
                .untilAsserted(() -> assertThat(holders(b)).hasSize(3));

        cluster.clientAt("m1", "image", "delete", "a", "b");
        assertThat(holders(fingerprint)).isEmpty();
        assertThat(holders(b)).isEmpty();
    }

    @Test
    void haveVolumesOfOneNameOnTwoMembers() throws IOException {
        for (var member : List.of("m1", "m2")) {
            volume("create", "default", "v", "--target", member);
            Files.writeString(place(member, "v").resolve("f"), member);
        }
        assertThat(volume("list", "default", "-f", "csv"))
                .contains("custom,v,,filesystem,0,m1", "custom,v,,filesystem,0,m2");
        assertThat(
                        cluster.clientAt(
                                "m3",
                                "storage",
                                "volume",
                                "show",
                                "default",
                                "v",
                                "--target",
                                "m2"))
                .contains("location: m2");

        volume("copy", "default/v", "default/w", "--target", "m1", "--destination-target", "m3");
        volume("move", "default/v", "default/x", "--target", "m2", "--destination-target", "m3");

        assertThat(place("m3", "w").resolve("f")).hasContent("m1");
        assertThat(place("m3", "x").resolve("f")).hasContent("m2");
        assertThat(place("m2", "v")).doesNotExist();
        volume("rename", "default", "x", "y");
        assertThat(place("m3", "y").resolve("f")).hasContent("m2");
        for (var name : List.of("v", "w", "y")) {
            volume("delete", "default", name);
        }
        assertThat(volume("list", "default", "-f", "csv")).doesNotContain("custom,");
    }

    private static String volume(String verb, String... arguments) {
        var words = new ArrayList<>(List.of("storage", "volume", verb));
        words.addAll(List.of(arguments));
        return cluster.client(words.toArray(String[]::new));
    }

    private static Path place(String member, String volume) {
        return cluster.member(member)
                .stateDir()
                .resolve("storage-pools/default/custom")
                .resolve("default_" + volume);
    }

    private static String fingerprint(String alias) {
        return cluster.client("query", "/1.0/images/aliases/" + alias)
                .replaceAll("(?s).*\"target\": \"([0-9a-f]+)\".*", "$1");
    }

    private static List<String> holders(String fingerprint) {
        return cluster.members().stream()
                .filter(member ->
                        Files.exists(member.stateDir().resolve("images").resolve(fingerprint)))
                .map(member -> member.name())
                .toList();
    }
}
