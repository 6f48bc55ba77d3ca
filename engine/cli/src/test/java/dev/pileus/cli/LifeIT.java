package dev.pileus.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pileus.server.Daemon;
import dev.pileus.server.DaemonOptions;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// `waitready` and `shutdown`, from the daemon's first breath to its last.
class LifeIT {
    @TempDir Path folder;
    private final StringWriter errors = new StringWriter();

    @Test
    void waitsForADaemonToStartAndToEnd() throws Exception {
        var ready = CompletableFuture.supplyAsync(() -> run("waitready"));
        var daemon = Daemon.start(DaemonOptions.in(folder));
        assertThat(ready.join()).isZero();

        var ended = CompletableFuture.supplyAsync(() -> run("shutdown"));
        daemon.awaitShutdown();
        assertThat(ended).isNotDone();
        daemon.close();
        assertThat(ended.join()).isZero();
    }

    @Test
    void givesUpWhenNobodyComes() {
        assertThat(run("waitready", "--timeout", "1")).isEqualTo(1);
        assertThat(errors.toString())
                .isEqualTo("pileus: no daemon answers in %s after 1 s%n".formatted(folder));
        assertThat(run("shutdown")).isEqualTo(1);
        assertThat(errors.toString().lines()).hasSize(2);
    }

    private int run(String command, String... options) {
        var line = Main.commandLine().setErr(new PrintWriter(errors, true));
        var words = new String[options.length + 3];
        words[0] = command;
        words[1] = "--state-dir";
        words[2] = folder.toString();
        System.arraycopy(options, 0, words, 3, options.length);
        return line.execute(words);
    }
}
