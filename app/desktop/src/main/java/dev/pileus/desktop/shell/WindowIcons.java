package dev.pileus.desktop.shell;

import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import javafx.scene.image.Image;

/// The application's icon in the sizes that window systems ask for.
final class WindowIcons {
    private WindowIcons() {}

    static List<Image> all() {
        return IntStream.of(16, 24, 32, 48, 64, 128)
                .mapToObj(size -> "/icons/app/pileus-" + size + ".png")
                .map(WindowIcons::read)
                .toList();
    }

    private static Image read(String resource) {
        var url = Objects.requireNonNull(WindowIcons.class.getResource(resource), resource);
        return new Image(url.toExternalForm(), true);
    }
}
