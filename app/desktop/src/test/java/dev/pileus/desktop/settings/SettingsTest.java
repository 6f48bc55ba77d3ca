package dev.pileus.desktop.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettingsTest {
    private static final Zoom USUAL = new Zoom(1, "all");

    @TempDir private Path directory;

    record Zoom(double factor, String lanes) {}

    @Test
    void remembersASectionUntilTheNextStart() {
        var settings = Settings.in(directory.resolve("new"));
        settings.write("map", new Zoom(1.5, "groups"));
        settings.save();

        assertThat(Settings.in(directory.resolve("new")).read("map", Zoom.class, USUAL))
                .isEqualTo(new Zoom(1.5, "groups"));
    }

    @Test
    void beginsWithWhatIsUsual() {
        assertThat(Settings.in(directory).read("map", Zoom.class, USUAL)).isEqualTo(USUAL);
    }

    @Test
    void startsAlsoWithAFileThatCannotBeRead() throws IOException {
        Files.writeString(directory.resolve("settings.json"), "{\"map\": {\"factor\"");

        assertThat(Settings.in(directory).read("map", Zoom.class, USUAL)).isEqualTo(USUAL);
    }

    @Test
    void leavesOutASectionThatDoesNotFit() throws IOException {
        Files.writeString(directory.resolve("settings.json"), "{\"map\": [1, 2]}");

        assertThat(Settings.in(directory).read("map", Zoom.class, USUAL)).isEqualTo(USUAL);
    }

    @Test
    void keepsSectionsOfLaterVersions() throws IOException {
        var file = directory.resolve("settings.json");
        Files.writeString(file, "{\"later\": {\"x\": 1}, \"map\": {\"factor\": 2, \"new\": true}}");
        var settings = Settings.in(directory);
        settings.write("other", USUAL);
        settings.save();

        assertThat(Files.readString(file)).contains("\"later\"", "\"x\"", "\"other\"");
    }

    @Test
    void leavesNoHalfWrittenFilesBehind() throws IOException {
        var settings = Settings.in(directory);
        settings.write("map", USUAL);
        settings.save();
        settings.save();

        try (var files = Files.list(directory)) {
            assertThat(files).containsExactly(directory.resolve("settings.json"));
        }
    }
}
