package dev.pileus.desktop;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The program from outside: what it answers without a window.
class MainIT {
    private record Ended(int status, String said, String complained) {}

    @ParameterizedTest
    @CsvSource({
        "--lang fr, fr",
        "--theme blue, blue",
        "--size big, big",
        "--bogus, --bogus",
        "consol, consol",
        "console twice, twice"
    })
    void refusesWrongOptionsInOneLine(String arguments, String named) throws Exception {
        var ended = run(arguments.split(" ", -1));

        assertThat(ended.status()).isEqualTo(2);
        assertThat(ended.complained().lines())
                .hasSize(1)
                .allMatch(line -> line.startsWith("pileus: "));
        assertThat(ended.complained()).contains(named);
    }

    @Test
    void explainsItself() throws Exception {
        assertThat(run("--help").said()).contains("--connect", "--lang", "--theme", "--shot");
        assertThat(run("--version").said()).startsWith("Pileus ");
    }

    private static Ended run(String... arguments) throws IOException, InterruptedException {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), Main.class.getName()));
        command.addAll(List.of(arguments));
        var process = new ProcessBuilder(command).start();
        var said = new String(process.getInputStream().readAllBytes(), UTF_8);
        var complained = new String(process.getErrorStream().readAllBytes(), UTF_8);
        return new Ended(process.waitFor(), said, complained);
    }
}
