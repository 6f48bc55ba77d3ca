package dev.pileus.cli;

import java.io.ByteArrayInputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.stream.Stream;

/// `pileus engine` as an admin types it, in this process.
public final class AdminTool {
    private AdminTool() {}

    /// Runs one command.
    ///
    /// @param input what the admin types next
    public static Result run(Path stateDirectory, String input, String... words) {
        var output = new StringWriter();
        var errors = new StringWriter();
        var line =
                Main.commandLine()
                        .setOut(new PrintWriter(output, true))
                        .setErr(new PrintWriter(errors, true));
        var command =
                Stream.concat(
                        Stream.of(words), Stream.of("--state-dir", stateDirectory.toString()));
        var before = System.in;
        System.setIn(new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)));
        try {
            return new Result(
                    line.execute(command.toArray(String[]::new)),
                    output.toString(),
                    errors.toString());
        } finally {
            System.setIn(before);
        }
    }

    /// What it left behind.
    public record Result(int code, String output, String errors) {}
}
