package dev.pileus.cli.sandbox;

import dev.pileus.cli.CommandException;
import dev.pileus.client.ClientException;
import dev.pileus.client.ClientSettings;
import dev.pileus.client.ServerClient;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;

/// The daemon of one member as a process of this computer. Its pid and start time are noted in its
/// folder, so that a later command finds it, and never takes another process for it.
final class MemberProcess {
    private static final Path SESSION = Path.of("/usr/bin/setsid");
    private static final int LINES = 12;

    private final SandboxMember member;

    MemberProcess(SandboxMember member) {
        this.member = member;
    }

    /// The daemon, where it runs.
    Optional<ProcessHandle> handle() {
        try {
            if (!Files.exists(note())) {
                return Optional.empty();
            }
            var words = Files.readString(note()).strip().split(" ", 2);
            var pid = Long.parseLong(words[0]);
            return ProcessHandle.of(pid)
                    .filter(ProcessHandle::isAlive)
                    .filter(process -> words.length == 2 && words[1].equals(started(process)));
        } catch (IOException | NumberFormatException e) {
            throw new CommandException("cannot read " + note() + ": " + e.getMessage(), e);
        }
    }

    boolean isRunning() {
        return handle().isPresent();
    }

    /// Starts it in a session of its own: Ctrl-C in the terminal is not for it.
    ///
    /// @param program makes the command line of a daemon from its state directory
    void start(Function<Path, List<String>> program) {
        var command = new ArrayList<String>();
        if (Files.isExecutable(SESSION)) {
            command.add(SESSION.toString());
        }
        command.addAll(program.apply(member.folder()));
        try {
            var process =
                    new ProcessBuilder(command)
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.appendTo(member.log().toFile()))
                            .redirectInput(
                                    ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
                            .start();
            Files.writeString(
                    note(),
                    process.pid() + " " + started(process.toHandle()) + System.lineSeparator());
        } catch (IOException e) {
            throw new CommandException("cannot start " + member.name() + ": " + e.getMessage(), e);
        }
    }

    /// Asks it to stop its instances and itself, and waits.
    void stop(Duration patience) {
        var running = handle();
        if (running.isPresent()) {
            askToEnd(running.get());
            try {
                running.get().onExit().get(patience.toMillis(), TimeUnit.MILLISECONDS);
            } catch (TimeoutException | ExecutionException e) {
                throw new CommandException(
                        "%s (pid %d) did not stop within %d s; its log is %s"
                                .formatted(
                                        member.name(),
                                        running.get().pid(),
                                        patience.toSeconds(),
                                        member.log()),
                        e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new CommandException("interrupted while " + member.name() + " stops", e);
            }
        }
        try {
            Files.deleteIfExists(note());
        } catch (IOException e) {
            throw new CommandException("cannot delete " + note() + ": " + e.getMessage(), e);
        }
    }

    /// A daemon that does not answer ends by a signal, and leaves its instances running.
    private void askToEnd(ProcessHandle process) {
        try (var client = ServerClient.open(ClientSettings.unix(member.socket()))) {
            client.internal().shutdown();
        } catch (ClientException silent) {
            process.destroy();
        }
    }

    /// Its last words, for an error text.
    String lastWords() {
        try {
            var lines = Files.readAllLines(member.log(), StandardCharsets.UTF_8);
            return String.join(
                    System.lineSeparator(),
                    lines.subList(Math.max(0, lines.size() - LINES), lines.size()));
        } catch (IOException e) {
            return "(no log: " + e.getMessage() + ")";
        }
    }

    private Path note() {
        return member.folder().resolve("daemon.pid");
    }

    private static String started(ProcessHandle process) {
        return process.info().startInstant().map(Instant::toString).orElse("");
    }
}
