package dev.pileus.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/// Where a command reads and writes.
@Command
public final class Console {
    @Spec(Spec.Target.MIXEE)
    private @Nullable CommandSpec command;

    /// Writes text as it is.
    public void tell(String text) {
        var out = out();
        out.print(text);
        out.flush();
    }

    /// Everything on standard input.
    public String input() {
        try {
            return new String(System.in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Whether a person sits at both ends.
    public boolean isTerminal() {
        return Optional.ofNullable(System.console())
                .filter(java.io.Console::isTerminal)
                .isPresent();
    }

    public Dialogue dialogue() {
        return new Dialogue(
                new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8)),
                out());
    }

    public PrintWriter out() {
        if (command == null) {
            throw new IllegalStateException("picocli has not filled in the command");
        }
        return command.commandLine().getOut();
    }
}
