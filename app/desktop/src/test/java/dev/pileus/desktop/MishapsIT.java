package dev.pileus.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(Desktop.class)
class MishapsIT {
    @TempDir private Path settings;

    @Test
    void tellsOnceAndWithoutATrace() {
        try (var console = SampleConsole.open(settings, "--theme", "light", "--lang", "en")) {
            var mishaps = new Mishaps(console.shell());
            var failure = new IllegalStateException("a table without legs");

            mishaps.uncaughtException(Thread.currentThread(), failure);
            mishaps.uncaughtException(Thread.currentThread(), failure);

            assertThat(console.says("Something went wrong inside Pileus.")).isTrue();
            assertThat(console.says("a table without legs")).isFalse();
            assertThat(FxThread.ask(() -> console.shell().notices().size())).isEqualTo(1);
        }
    }
}
