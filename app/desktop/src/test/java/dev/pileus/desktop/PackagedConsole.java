package dev.pileus.desktop;

import dev.pileus.testkit.Command;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// The console as it is packaged, run as a process of its own by a user who has nothing but a home.
record PackagedConsole(Path home) {
    /// Nothing may take longer, whatever goes wrong.
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    Command.Result run(String... arguments) {
        var words =
                new ArrayList<String>(
                        List.of(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "--enable-native-access=ALL-UNNAMED",
                                "-XX:+UseSerialGC",
                                "-XX:TieredStopAtLevel=1",
                                "-cp",
                                Path.of("target", "app") + "/*",
                                "dev.pileus.desktop.Main"));
        words.addAll(List.of(arguments));
        return Command.of(words).in(environment()).within(PATIENCE).run();
    }

    /// Where the console keeps its own things.
    Path settings() {
        return home.resolve("settings").resolve("pileus");
    }

    /// The variables of the developer are left out, except those that lead to the screen.
    private Map<String, String> environment() {
        var environment = new HashMap<String, String>();
        Stream.of("PATH", "DISPLAY", "XAUTHORITY")
                .filter(name -> System.getenv(name) != null)
                .forEach(name -> environment.put(name, System.getenv(name)));
        environment.put("HOME", home.toString());
        environment.put("XDG_CONFIG_HOME", home.resolve("settings").toString());
        environment.put("LANG", "C.UTF-8");
        return environment;
    }
}
