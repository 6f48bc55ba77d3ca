package dev.pileus.domain.images;

import static dev.pileus.domain.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.pileus.domain.members.MembersReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Where images lie in a cluster.
class ImageCopiesTest {
    private static final String FINGERPRINT = FolderOfImages.fingerprint("hello");

    @TempDir Path folder;
    private ImageCluster cluster;

    @BeforeEach
    void start() {
        cluster = new ImageCluster(folder, "m1", "m2", "m3", "m4");
    }

    @AfterEach
    void stop() {
        cluster.close();
    }

    @ParameterizedTest
    @CsvSource({"1, 1", "2, 2", "3, 3", "9, 4", "-1, 4"})
    void givesNewImagesToAsManyMembersAsConfigured(String wanted, int copies) {
        cluster.configure("cluster.images_minimal_replica", wanted);
        cluster.one("m2").bring("hello", ImageWish.plain());
        assertThat(cluster.holders(FINGERPRINT)).hasSize(copies).contains("m2");
        assertThat(cluster.noted(FINGERPRINT)).isEqualTo(cluster.holders(FINGERPRINT));
    }

    @Test
    void leavesOutWhoIsAwayAndComesBackToThem() {
        cluster.configure("cluster.images_minimal_replica", "-1");
        cluster.offline.add("m3");
        var operation = cluster.one("m1").bring("hello", ImageWish.plain());
        assertThat(operation.err()).isEmpty();
        assertThat(cluster.holders(FINGERPRINT)).containsExactly("m1", "m2", "m4");
        cluster.offline.clear();
        cluster.one("m1").copies.repair();
        await().untilAsserted(() -> assertThat(cluster.noted(FINGERPRINT)).hasSize(4));
        assertThat(cluster.holders(FINGERPRINT)).hasSize(4);
    }

    @Test
    void givesNewcomersWhatTheyShallHave() {
        cluster.configure("cluster.images_minimal_replica", "-1");
        cluster.one("m1").bring("hello", ImageWish.plain());
        cluster.join(9, "m9");
        cluster.one("m1").copies.repair();
        await().untilAsserted(() -> assertThat(cluster.noted(FINGERPRINT)).contains("m9"));
    }

    @Test
    void spreadsTheLoad() {
        cluster.configure("cluster.images_minimal_replica", "2");
        for (var text : List.of("a", "b", "c", "d")) {
            cluster.one("m1").bring(text, ImageWish.plain());
        }
        for (var name : List.of("m2", "m3", "m4")) {
            assertThat(cluster.one(name).files.fingerprints()).as(name).hasSizeBetween(1, 2);
        }
    }

    @Test
    void fetchesWhatIsAskedForAndChecksIt() throws IOException {
        cluster.configure("cluster.images_minimal_replica", "2");
        cluster.one("m1").bring("hello", ImageWish.plain());
        var holders = cluster.holders(FINGERPRINT);
        var first = cluster.one(holders.getFirst()).files.files(FINGERPRINT).getFirst();
        Files.writeString(first.path(), "damaged");

        cluster.one("m4").copies.demandHere(FINGERPRINT);
        cluster.one("m4").copies.demandHere(FINGERPRINT);

        var file = cluster.one("m4").files.files(FINGERPRINT).getFirst();
        assertThat(file.path()).hasContent("hello");
        assertThat(cluster.noted(FINGERPRINT)).contains("m4");
        assertThat(cluster.one("m4").files.names()).containsExactly(FINGERPRINT);
    }

    @Test
    void saysWhenNobodyCanGiveIt() {
        cluster.configure("cluster.images_minimal_replica", "1");
        cluster.one("m1").bring("hello", ImageWish.plain());
        cluster.offline.add("m1");
        assertRefused(
                404,
                "Image \"" + FINGERPRINT + "\" lies on no member that can be reached",
                () -> cluster.one("m4").copies.demandHere(FINGERPRINT));
        assertRefused(404, "Image not found", () -> cluster.one("m4").copies.demandHere("ffff"));
    }

    @Test
    void rescuesWhatOnlyTheLeavingMemberHas() {
        cluster.configure("cluster.images_minimal_replica", "1");
        cluster.one("m2").bring("hello", ImageWish.plain());
        var belongings = new ImageBelongings(cluster.one("m1").copies);
        assertThat(remains(belongings)).contains("images: " + FINGERPRINT);
        var leaving =
                cluster.database.read(MembersReader::all).stream()
                        .filter(member -> member.name().equals("m2"))
                        .findFirst()
                        .orElseThrow();

        cluster.one("m1").copies.rescue(leaving);

        assertThat(cluster.noted(FINGERPRINT)).containsExactly("m1", "m2");
        assertThat(remains(belongings)).isEmpty();
    }

    @Test
    void deletesEverywhereAlsoWhereSomebodyWasAway() {
        cluster.one("m1").bring("hello", ImageWish.plain());
        cluster.offline.add("m2");
        var one = cluster.one("m1");
        one.end(one.images.delete("default", FINGERPRINT));
        assertThat(cluster.holders(FINGERPRINT)).containsExactly("m2");
        cluster.offline.clear();
        cluster.one("m2").copies.tidy();
        assertThat(cluster.holders(FINGERPRINT)).isEmpty();
    }

    /// What forbids that m2 is removed.
    private Optional<String> remains(ImageBelongings belongings) {
        return cluster.database.read(reader -> belongings.remains(reader, 2));
    }
}
