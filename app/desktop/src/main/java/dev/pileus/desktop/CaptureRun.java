package dev.pileus.desktop;

import dev.pileus.desktop.connections.OpeningTexts;
import dev.pileus.model.store.Link;
import java.time.Duration;
import javafx.animation.AnimationTimer;
import javafx.stage.Stage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.ExitCode;

/// Waits for the live cluster on the map, writes what was asked for and ends the console.
final class CaptureRun {
    private static final Logger log = LoggerFactory.getLogger(CaptureRun.class);

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
                interrupted -> fail(say("capture.incomplete", PATIENCE.toSeconds())));
    }

    private void afterFrames(boolean complete) {
        if (!complete) {
            fail(say("capture.incomplete", PATIENCE.toSeconds()));
            return;
        }
        if (console.cluster().image().get().link() instanceof Link.Interrupted(var trouble, _)) {
            var messages = console.shell().messages().get();
            fail(new OpeningTexts(messages).of(cluster.name(), trouble));
            return;
        }
        new AnimationTimer() {
            private int frames;

            @Override
            public void handle(long now) {
                frames++;
                if (frames == FRAMES) {
                    stop();
                    captureOrFail();
                }
            }
        }.start();
    }

    /// Nobody sits before this window: whatever goes wrong must end it.
    private void captureOrFail() {
        try {
            capture();
        } catch (RuntimeException unforeseen) {
            log.error("Cannot capture the window", unforeseen);
            fail(say("capture.unwritable", String.valueOf(unforeseen.getMessage())));
        }
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
                    return ExitCode.OK;
                },
                this::end,
                unwritable ->
                        fail(say("capture.unwritable", String.valueOf(unwritable.getMessage()))));
    }

    private String say(String key, Object... arguments) {
        return console.shell().messages().get().text(key, arguments);
    }

    private void fail(String reason) {
        System.err.println("pileus: " + reason);
        end(ExitCode.SOFTWARE);
    }

    private void end(int status) {
        console.leave();
        System.exit(status);
    }
}
