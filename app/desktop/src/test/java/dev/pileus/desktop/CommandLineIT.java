package dev.pileus.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pileus.api.Json;
import dev.pileus.testkit.ClusterOptions;
import dev.pileus.testkit.IncusCluster;
import dev.pileus.testkit.LxdCluster;
import dev.pileus.testkit.RealCluster;
import dev.pileus.testkit.RealIncus;
import dev.pileus.testkit.RealLxd;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/// Starts the packaged console on real clusters and compares what it shows with what the stock
/// client says.
class CommandLineIT {
    private static final int WIDTH = 1200;
    private static final int HEIGHT = 800;

    @TempDir private Path home;

    private void showsWhatTheStockClientSays(RealCluster cluster, String target)
            throws IOException {
        var shot = home.resolve("pictures").resolve("map.png");
        var dump = home.resolve("map.json");
        var expected = ExpectedDump.of(cluster);
        var began = Instant.now();

        var ended =
                new PackagedConsole(home)
                        .run(
                                "console",
                                "--connect=" + target,
                                "--shot=" + shot,
                                "--dump=" + dump,
                                "--lang=en",
                                "--theme=light",
                                "--size=" + WIDTH + "x" + HEIGHT);

        assertThat(ended.errors()).isEmpty();
        assertThat(ended.output()).isEmpty();
        assertThat(ended.exitCode()).isZero();
        agrees(Json.mapper().readTree(dump.toFile()), expected);
        assertThat(certificatePill(dump))
                .isIn(daysLeft(cluster, began), daysLeft(cluster, Instant.now()));
        isAPicture(ImageIO.read(shot.toFile()));
    }

    private static void agrees(JsonNode shown, ExpectedDump expected) {
        assertThat(shown.get("cards").valueStream().toList()).isEqualTo(expected.cards());
        assertThat(Set.copyOf(shown.get("edges").valueStream().toList()))
                .isEqualTo(expected.edges());
        assertThat(shown.at("/pills/quorum").asString())
                .startsWith("◆ Quorum %1$d of %1$d · ".formatted(expected.voters()));
    }

    private static String certificatePill(Path dump) {
        return Json.mapper().readTree(dump.toFile()).at("/pills/certificate").asString();
    }

    private static String daysLeft(RealCluster cluster, Instant now) {
        var expiry = cluster.clusterCertificate().getNotAfter().toInstant();
        return "Certificate %,d days".formatted(Duration.between(now, expiry).toDays());
    }

    private static void isAPicture(BufferedImage picture) {
        assertThat(picture.getWidth()).isEqualTo(WIDTH);
        assertThat(picture.getHeight()).isEqualTo(HEIGHT);
        var pixels = picture.getRGB(0, 0, WIDTH, HEIGHT, null, 0, WIDTH);
        var colours = new HashSet<>(Arrays.stream(pixels).boxed().toList());
        assertThat(colours).as("colours in the picture").hasSizeGreaterThan(200);
    }

    private void readsTheRemoteOfTheStockClient(RealCluster cluster) throws IOException {
        var stock = StockHome.trustedBy(cluster, home);
        var before = stock.files();

        showsWhatTheStockClientSays(cluster, StockHome.REMOTE);

        assertThat(stock.files()).isEqualTo(before);
    }

    @Nested
    @RealIncus
    class OnIncus {
        private static IncusCluster incus;

        @BeforeAll
        static void populate() {
            incus =
                    IncusCluster.start(
                            ClusterOptions.size(3)
                                    .failureDomain("m1", "rack-a")
                                    .failureDomain("m2", "rack-b")
                                    .failureDomain("m3", "rack-c")
                                    .group("gpu", "m2", "m3"));
            for (int i = 0; i <= 6; i++) {
                incus.launch("c" + i, "m" + (i % 3 + 1));
            }
            incus.incus("stop", "-f", "c0");
        }

        @AfterAll
        static void end() {
            incus.close();
        }

        /// Wherever the user left the window the last time.
        @Test
        void showsTheClusterBehindASocket() throws IOException {
            var settings = Files.createDirectories(new PackagedConsole(home).settings());
            Files.writeString(settings.resolve("settings.json"), "{\"view\":\"INSTANCES\"}");
            showsWhatTheStockClientSays(incus, "unix:" + incus.socket("m2"));
        }

        @Test
        void showsTheRemoteOfTheStockClientAndLeavesItsFilesAlone() throws IOException {
            readsTheRemoteOfTheStockClient(incus);
        }
    }

    @Nested
    @RealLxd
    class OnLxd {
        @Test
        void showsTheRemoteOfTheStockClientAndLeavesItsFilesAlone(LxdCluster lxd)
                throws IOException {
            lxd.launch("c1", "m1");
            lxd.launch("c2", "m2");
            readsTheRemoteOfTheStockClient(lxd);
        }
    }
}
