package dev.pileus.cli.cluster;

import dev.pileus.cli.CommandException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/// The person's own editor: `VISUAL`, `EDITOR`, or `vi`.
final class Editor {
    private Editor() {}

    /// Waits until the person is done with the text.
    static String edit(String text) {
        try {
            var file = Files.createTempFile("pileus-cluster-", ".yaml");
            try {
                Files.writeString(file, text);
                run(file);
                return Files.readString(file);
            } finally {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new CommandException("cannot edit: " + e.getMessage(), e);
        }
    }

    private static void run(Path file) throws IOException {
        var editor =
                Stream.of(System.getenv("VISUAL"), System.getenv("EDITOR"), "vi")
                        .filter(Objects::nonNull)
                        .filter(name -> !name.isBlank())
                        .findFirst()
                        .orElseThrow();
        // editors come with options: the shell takes them apart
        var command = List.of("sh", "-c", editor + " \"$1\"", "sh", file.toString());
        try {
            if (new ProcessBuilder(command).inheritIO().start().waitFor() != 0) {
                throw new CommandException("the editor %s ended in failure".formatted(editor));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CommandException("interrupted", e);
        }
    }
}
