package dev.pileus.runtime.lxc;

import dev.pileus.api.ApiException;
import dev.pileus.domain.instances.Guest;
import dev.pileus.domain.instances.console.Consoles;
import dev.pileus.domain.instances.exec.Command;
import dev.pileus.domain.instances.exec.Commands;
import dev.pileus.domain.instances.exec.Execution;
import dev.pileus.domain.instances.exec.Stdio;
import dev.pileus.runtime.HostProgram;
import dev.pileus.runtime.posix.HostProcess;
import dev.pileus.runtime.posix.Plumbing;
import dev.pileus.runtime.posix.Pty;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Runs commands in containers by `lxc-attach`, and sits down at their consoles by `lxc-console`.
public final class LxcCommands implements Commands, Consoles {
    private static final Logger LOG = LoggerFactory.getLogger(LxcCommands.class);

    /// The tools' own; a command's is handed over by arguments.
    private static final Map<String, String> ENVIRONMENT =
            Map.of("PATH", "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin");

    /// A tool begins in the container where it began on the host: only this is in both.
    private static final Path TOP = Path.of("/");

    /// Begins in another directory; run by the container's own shell with the directory and the
    /// command as its arguments, never as part of this text.
    private static final String IN_DIRECTORY = "cd \"$0\" || exit 127; exec \"$@\"";

    /// What clients have no key for: their own way to detach is theirs.
    private static final String NO_ESCAPE = "^_";

    private final LxcFolders folders;

    /// The containers of one member.
    ///
    /// @param stateDir everything it keeps
    public LxcCommands(Path stateDir) {
        folders = new LxcFolders(stateDir);
    }

    @Override
    public Execution start(Guest guest, Command command, Stdio stdio) {
        var words = tool("lxc-attach", guest);
        words.add("--clear-env");
        command.environment()
                .forEach((name, value) -> words.addAll(List.of("--set-var", name + "=" + value)));
        words.addAll(
                List.of(
                        "--uid",
                        Long.toString(command.user()),
                        "--gid",
                        Long.toString(command.group()),
                        "--"));
        if (!command.directory().equals(TOP.toString())) {
            words.addAll(List.of("/bin/sh", "-c", IN_DIRECTORY, command.directory()));
        }
        words.addAll(command.words());
        return run(words, stdio);
    }

    @Override
    public Execution open(Guest guest, Stdio.Terminal terminal) {
        var words = tool("lxc-console", guest);
        words.addAll(List.of("--tty", "0", "--escape", NO_ESCAPE));
        return run(words, terminal);
    }

    /// Quiet: the streams are the command's.
    private List<String> tool(String name, Guest guest) {
        var program =
                HostProgram.find(name)
                        .orElseThrow(() ->
                                new ApiException(
                                        500,
                                        "The program %s is missing (Debian package lxc)"
                                                .formatted(name)));
        return new ArrayList<>(
                List.of(
                        program.toString(),
                        "--quiet",
                        "--lxcpath",
                        folders.containers().toString(),
                        "--name",
                        guest.handle()));
    }

    private static Execution run(List<String> words, Stdio stdio) {
        try {
            return switch (stdio) {
                case Stdio.Terminal(var columns, var rows) ->
                        onTerminal(words, Pty.open(columns, rows));
                case Stdio.Piped none -> execution(words, new Plumbing.Pipes());
                case Stdio.Recorded(var output, var errors) ->
                        execution(words, new Plumbing.Files(output, errors));
                case Stdio.Nothing none -> execution(words, Plumbing.Files.none());
            };
        } catch (IOException e) {
            LOG.error("{} cannot be run", words.getFirst(), e);
            throw new ApiException(500, "Commands cannot be run: " + e.getMessage());
        }
    }

    private static Execution onTerminal(List<String> words, Pty pty) throws IOException {
        try {
            var tool = HostProcess.start(words, ENVIRONMENT, TOP, new Plumbing.Terminal(pty));
            return new LxcExecution(tool, Optional.of(pty));
        } catch (IOException e) {
            pty.close();
            throw e;
        }
    }

    private static Execution execution(List<String> words, Plumbing plumbing) throws IOException {
        return new LxcExecution(
                HostProcess.start(words, ENVIRONMENT, TOP, plumbing), Optional.empty());
    }
}
