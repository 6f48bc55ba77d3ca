package dev.pileus.desktop.wizards.connect;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/// The name of this machine, without asking the network, which may take seconds.
final class Host {
    private static final Path FILE = Path.of("/etc/hostname");
    private static final String NAMELESS = "pileus";

    private Host() {}

    static String name() {
        return Stream.of(variable("COMPUTERNAME"), variable("HOSTNAME"), file())
                .flatMap(Optional::stream)
                .map(String::strip)
                .filter(Predicate.not(String::isEmpty))
                .findFirst()
                .orElse(NAMELESS);
    }

    private static Optional<String> variable(String name) {
        return Optional.ofNullable(System.getenv(name));
    }

    private static Optional<String> file() {
        try {
            return Optional.of(Files.readString(FILE));
        } catch (IOException absent) {
            return Optional.empty();
        }
    }
}
