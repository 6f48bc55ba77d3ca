package dev.pileus.desktop;

import java.io.IOException;
import java.time.Duration;
import javafx.animation.AnimationTimer;
import javafx.stage.Stage;

/// Waits for the live cluster on the map, writes what was asked for and ends the console.
final class CaptureRun {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    /// How busy members are comes a moment after everything else.
    private static final Duration LOADS = Duration.ofSeconds(4);

    /// Frames until styles are applied and sizes are known.
    private static final int FRAMES = 6;

    private final Options options;
    private final Console console;
    private final OpenCluster cluster;
    private final Stage stage;
    private final Tasks tasks = new Tasks();
    private final Lifetime lifetime = new Lifetime();

    CaptureRun(Options options, Console console, OpenCluster cluster, Stage stage) {
        this.options = options;
        this.console = console;
        this.cluster = cluster;
        this.stage = stage;
    }

    void start() {
        tasks.start(
                "wait for the cluster",
                lifetime,
                () -> cluster.awaitFirst(PATIENCE) && cluster.awaitLoads(LOADS),
                this::afterFrames,
                this::fail);
    }

    private void afterFrames(boolean complete) {
        if (!complete) {
            fail(
                    new IOException(
                            "the cluster did not tell everything within "
                                    + PATIENCE.toSeconds()
                                    + " s"));
            return;
        }
        new AnimationTimer() {
            private int frames;

            @Override
            public void handle(long now) {
                frames++;
                if (frames == FRAMES) {
                    stop();
                    capture();
                }
            }
        }.start();
    }

    private void capture() {
        var capture = new Capture(console.shell(), cluster.map(), stage.getScene());
        var picture = options.shot().map(_ -> capture.picture());
        var dump = options.dump().map(_ -> capture.dump());
        tasks.start(
                "write what the window shows",
                lifetime,
                () -> {
                    if (picture.isPresent()) {
                        picture.get().write(options.shot().orElseThrow());
                    }
                    if (dump.isPresent()) {
                        Capture.write(options.dump().orElseThrow(), dump.get());
                    }
                    return 0;
                },
                this::end,
                this::fail);
    }

    private void fail(Throwable failure) {
        System.err.println("pileus: " + failure.getMessage());
        end(1);
    }

    private void end(int status) {
        console.leave();
        System.exit(status);
    }
}
