package dev.pileus.model.sandbox;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/// The program that runs sandboxes: the door `pileus`, which tells the console where it is by the
/// system property `pileus.door`. The members outlive the console; `./pileus sandbox down` stops
/// them.
public final class SandboxProgram {
    private static final String DOOR = "pileus.door";

    private final List<String> up;

    private SandboxProgram(List<String> up) {
        this.up = List.copyOf(up);
    }

    /// Empty where the console was not started through the door.
    public static Optional<SandboxProgram> ofThisConsole() {
        return Optional.ofNullable(System.getProperty(DOOR)).map(SandboxProgram::at);
    }

    static SandboxProgram at(String door) {
        return new SandboxProgram(List.of(door, "sandbox", "up", "--print-socket"));
    }

    /// Starts the sandbox or finds it running; blocks until its cluster stands.
    ///
    /// @param progress is told each step, in the program's words
    /// @return the first member's unix socket
    public Path up(Consumer<String> progress)
            throws SandboxException, IOException, InterruptedException {
        var process = new ProcessBuilder(up).start();
        try {
            process.getOutputStream().close();
            var said = listen(process.getErrorStream(), progress);
            var answer =
                    new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (process.waitFor() != 0) {
                throw new SandboxException(said.isEmpty() ? "" : said.getLast());
            }
            return socket(answer.strip());
        } finally {
            // when the user has not waited: the program only, its members stay as they are
            process.destroy();
        }
    }

    private static Path socket(String answer) throws SandboxException {
        try {
            return Path.of(answer);
        } catch (InvalidPathException e) {
            throw new SandboxException(answer);
        }
    }

    /// Reads to the end of what it says; the answer is one short line and waits in the pipe.
    private static List<String> listen(InputStream words, Consumer<String> progress)
            throws IOException {
        var said = new ArrayList<String>();
        try (var reader =
                new BufferedReader(new InputStreamReader(words, StandardCharsets.UTF_8))) {
            for (var line = reader.readLine(); line != null; line = reader.readLine()) {
                said.add(line.replaceFirst("^pileus: ", ""));
                progress.accept(said.getLast());
            }
        }
        return said;
    }
}
