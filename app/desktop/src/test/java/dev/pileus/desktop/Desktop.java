package dev.pileus.desktop;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicInteger;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import javafx.scene.Scene;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.testfx.api.FxToolkit;

/// Gives a test class JavaFX, which runs once for all of them.
public final class Desktop implements BeforeAllCallback {
    /// The moment of the design's pictures.
    public static final Clock CLOCK = Clock.fixed(SampleCluster.NOW, ZoneOffset.UTC);

    @Override
    public void beforeAll(ExtensionContext context) throws Exception {
        FxToolkit.registerPrimaryStage();
        Platform.setImplicitExit(false);
    }

    /// An empty directory within one of a test class, for each test its own.
    public static Path fresh(Path within) {
        try {
            return Files.createTempDirectory(within, "settings");
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    /// Does something on the screen's thread and waits until it is done.
    public static void act(Runnable deed) {
        FxThread.ask(() -> {
            deed.run();
            return true;
        });
    }

    /// Waits until a window has been drawn a few times, then writes `target/screenshots/NAME.png`.
    public static void photograph(Scene scene, String name) {
        settle();
        var picture = FxThread.ask(() -> Picture.of(scene));
        try {
            picture.write(Path.of("target", "screenshots", name + ".png"));
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    /// Waits for some frames: styles applied, sizes known.
    public static void settle() {
        var frames = new AtomicInteger();
        var timer =
                FxThread.ask(() -> {
                    var counter =
                            new AnimationTimer() {
                                @Override
                                public void handle(long now) {
                                    frames.incrementAndGet();
                                }
                            };
                    counter.start();
                    return counter;
                });
        Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> frames.get() >= 6);
        FxThread.run(timer::stop);
    }
}
