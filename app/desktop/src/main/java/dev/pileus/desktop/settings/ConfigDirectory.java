package dev.pileus.desktop.settings;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/// Where each operating system wants a user's settings to lie.
public final class ConfigDirectory {
    private ConfigDirectory() {}

    /// For this process.
    public static Path ofThisUser() {
        return locate(
                System.getProperty("os.name"),
                Path.of(System.getProperty("user.home")),
                System.getenv());
    }

    static Path locate(String system, Path home, Map<String, String> environment) {
        if (system.startsWith("Windows")) {
            return variable(environment, "APPDATA")
                    .orElse(home.resolve("AppData").resolve("Roaming"))
                    .resolve("Pileus");
        }
        if (system.startsWith("Mac")) {
            return home.resolve("Library").resolve("Application Support").resolve("Pileus");
        }
        return variable(environment, "XDG_CONFIG_HOME")
                .filter(Path::isAbsolute)
                .orElse(home.resolve(".config"))
                .resolve("pileus");
    }

    private static Optional<Path> variable(Map<String, String> environment, String name) {
        return Optional.ofNullable(environment.get(name))
                .filter(Predicate.not(String::isBlank))
                .map(Path::of);
    }
}
