package dev.pileus.desktop;

import dev.pileus.api.Json;
import dev.pileus.desktop.map.MapDump;
import dev.pileus.desktop.map.MapView;
import dev.pileus.desktop.shell.Pill;
import dev.pileus.desktop.shell.Shell;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import javafx.scene.Scene;

/// Writes what the window shows into files, for `--shot` and `--dump`.
final class Capture {
    private final Shell shell;
    private final MapView map;
    private final Scene scene;

    Capture(Shell shell, MapView map, Scene scene) {
        this.shell = shell;
        this.map = map;
        this.scene = scene;
    }

    /// A picture of the window; on the screen's thread.
    Picture picture() {
        return Picture.of(scene);
    }

    /// What the map shows, as JSON; on the screen's thread.
    String dump() {
        var pills = new MapDump.Pills(text(shell.quorum().get()), text(shell.certificate().get()));
        var shown =
                map.dump(pills)
                        .orElseThrow(() -> new IllegalStateException("No cluster on the map"));
        return Json.mapper().writerWithDefaultPrettyPrinter().writeValueAsString(shown) + "\n";
    }

    static void write(Path file, String text) throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        Files.writeString(file, text);
    }

    private String text(Optional<Pill> pill) {
        return pill.map(shown -> shell.messages().get().text(shown.text())).orElse("");
    }
}
