package dev.pileus.desktop;

import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import javafx.application.Platform;

/// The only door to JavaFX's thread. Everything that touches the screen comes through here, so that
/// the rule "one thread owns the screen" can be checked in one place.
public final class FxThread {
    /// Held here, because the log itself holds its loggers weakly.
    private static final Logger STARTUP = Logger.getLogger("javafx");

    private FxThread() {}

    /// Starts JavaFX and runs `first` on its thread. JavaFX ends with the last window.
    ///
    /// @throws UnsupportedOperationException when there is no display
    public static void start(Runnable first) {
        STARTUP.setFilter(record -> !isAboutTheClassPath(record));
        Platform.startup(first);
    }

    /// JavaFX warns at every start from the class path, which is what we mean to do.
    private static boolean isAboutTheClassPath(LogRecord record) {
        return String.valueOf(record.getMessage()).startsWith("Unsupported JavaFX configuration");
    }

    /// Ends JavaFX, and with it the console.
    public static void end() {
        Platform.exit();
    }

    public static boolean isCurrent() {
        return Platform.isFxApplicationThread();
    }

    /// At once when called on the thread, else as soon as it is free.
    public static void run(Runnable task) {
        if (isCurrent()) {
            task.run();
        } else {
            Platform.runLater(task);
        }
    }

    /// After what the thread is doing now, also when called on it.
    public static void later(Runnable task) {
        Platform.runLater(task);
    }

    /// Waits for a value that only the thread may read. Not for use on a thread that the screen
    /// waits for.
    public static <T> T ask(Supplier<T> question) {
        if (isCurrent()) {
            return question.get();
        }
        var answer = new CompletableFuture<T>();
        Platform.runLater(() -> complete(answer, question::get));
        try {
            return answer.join();
        } catch (CompletionException failed) {
            if (failed.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw failed;
        }
    }

    private static <T> void complete(CompletableFuture<T> answer, Callable<T> question) {
        try {
            answer.complete(question.call());
        } catch (Exception failed) {
            answer.completeExceptionally(failed);
        }
    }
}
