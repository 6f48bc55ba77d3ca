package dev.pileus.runtime.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import dev.pileus.api.ApiException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DirDriverTest {
    @TempDir Path folder;
    private Path state;
    private Path elsewhere;
    private DirDriver driver;

    @BeforeEach
    void make() throws IOException {
        state = Files.createDirectory(folder.resolve("state"));
        elsewhere = Files.createDirectory(folder.resolve("elsewhere"));
        driver = new DirDriver(state);
    }

    @Test
    void makesADirectoryOfItsOwn() {
        var config = driver.create("local", Map.of());
        var place = state.resolve("storage-pools/local");
        assertThat(config).containsExactly(entry("source", place.toString()));
        assertThat(place.resolve("containers")).isDirectory();
        driver.create("local", Map.of());
        driver.delete("local", config);
        assertThat(place).doesNotExist();
        driver.delete("local", config);
    }

    @Test
    void usesAnEmptyDirectoryElsewhere() {
        var config = driver.create("p", source(elsewhere));
        assertThat(config).containsExactly(entry("source", elsewhere.toString()));
        assertThat(elsewhere.resolve("images")).isDirectory();
        driver.delete("p", config);
        assertThat(elsewhere).isEmptyDirectory();
    }

    @Test
    void twoPoolsDoNotShareADirectory() {
        var config = driver.create("p", source(elsewhere));
        refused(
                "Source path '%s' is used by another storage pool".formatted(elsewhere),
                () -> driver.create("q", source(elsewhere)));
        // the same one may be made again
        assertThat(driver.create("p", source(elsewhere))).isEqualTo(config);
    }

    @Test
    void refusesWhatIsNoEmptyDirectory() throws IOException {
        refused("Source path '/nonexist' doesn't exist", () -> create("/nonexist"));
        refused("Source path 'relative' doesn't exist", () -> create("relative"));
        refused(
                "Source path '%s' overlaps with the state directory".formatted(state),
                () -> create(state.toString()));
        var file = Files.writeString(elsewhere.resolve("precious"), "data");
        refused(
                "Source path '%s' isn't empty".formatted(elsewhere),
                () -> create(elsewhere.toString()));
        assertThat(elsewhere).isDirectoryContaining(file::equals);
    }

    @Test
    void deletesNothingThatIsNotItsOwn() throws IOException {
        var config = driver.create("p", source(elsewhere));
        Files.writeString(elsewhere.resolve("containers/c1"), "data");
        refused(
                "Storage pool directory '%s' isn't empty".formatted(elsewhere),
                () -> driver.delete("p", config));
        assertThat(elsewhere.resolve("containers/c1")).exists();
    }

    @Test
    void tellsHowFullItIs() {
        var config = driver.create("p", Map.of());
        var usage = driver.usage("p", config);
        assertThat(usage.space().used()).isBetween(1L, usage.space().total());
        assertThat(usage.inodes().used()).isBetween(1L, usage.inodes().total());
    }

    private void create(String source) {
        driver.create("p", Map.of("source", source));
    }

    private static Map<String, String> source(Path path) {
        return Map.of("source", path.toString());
    }

    private static void refused(String text, ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        ApiException.class, refusal -> assertThat(refusal.text()).isEqualTo(text));
    }
}
