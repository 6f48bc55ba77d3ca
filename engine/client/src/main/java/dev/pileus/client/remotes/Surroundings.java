package dev.pileus.client.remotes;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// What decides where the stock clients keep their files.
///
/// @param environment variables of the process
/// @param home the user's home directory
/// @param root below it lie `etc`, `run` and `var`: `/` except in tests
public record Surroundings(
        Map<String, String> environment, Path home, Path root, OperatingSystem system) {
    public Surroundings {
        environment = Map.copyOf(environment);
    }

    public enum OperatingSystem {
        LINUX,
        MACOS,
        WINDOWS
    }

    /// Those of this process.
    public static Surroundings real() {
        var home = home(System.getenv(), System.getProperty("user.home"));
        return new Surroundings(System.getenv(), home, home.getRoot(), thisSystem());
    }

    /// The stock clients go by `HOME`, which Java does not look at.
    static Path home(Map<String, String> environment, String otherwise) {
        var named = Path.of(environment.getOrDefault("HOME", ""));
        return named.isAbsolute() ? named : Path.of(otherwise).toAbsolutePath();
    }

    /// The value of a variable that is set and not empty.
    Optional<String> variable(String name) {
        return Optional.ofNullable(environment.get(name)).filter(value -> !value.isEmpty());
    }

    private static OperatingSystem thisSystem() {
        var name = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
        if (name.startsWith("windows")) {
            return OperatingSystem.WINDOWS;
        }
        return name.startsWith("mac") ? OperatingSystem.MACOS : OperatingSystem.LINUX;
    }
}
