package dev.pileus.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// The project's door, `pileus`, above the directory in which the tests run, with the engine that
/// the build has just packaged behind it.
final class PileusDoor {
    private PileusDoor() {}

    /// Empty when there is no door, or nothing packaged behind it.
    static Optional<Path> find() {
        return Stream.iterate(Path.of("").toAbsolutePath(), at -> at != null, Path::getParent)
                .map(at -> at.resolve("pileus"))
                .filter(Files::isRegularFile)
                .filter(PileusDoor::hasEngine)
                .findFirst();
    }

    /// It does not build, and uses the JDK that the tests use.
    static Map<String, String> environment(Path root) {
        return Map.of(
                "PATH",
                Programs.PATH,
                "HOME",
                root.toString(),
                "LANG",
                "C.UTF-8",
                "JAVA_HOME",
                System.getProperty("java.home"),
                "PILEUS_BUILT",
                "yes",
                HostTraces.MARK,
                root.toString());
    }

    private static boolean hasEngine(Path door) {
        var folder = door.resolveSibling("engine/server/target/app");
        if (!Files.isDirectory(folder)) {
            return false;
        }
        try (var jars = Files.newDirectoryStream(folder, "pileus-server-*.jar")) {
            return jars.iterator().hasNext();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot look into " + folder, e);
        }
    }
}
