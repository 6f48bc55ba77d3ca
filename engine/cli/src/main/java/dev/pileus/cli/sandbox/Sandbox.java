package dev.pileus.cli.sandbox;

import dev.pileus.cli.CommandException;
import dev.pileus.client.ClientSettings;
import dev.pileus.client.ServerClient;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.function.Function;

/// A cluster of our engine on this computer. What it holds stays on disk until it is deleted, so
/// `up` after `down`, or after half an `up`, goes on where it was.
final class Sandbox {
    private static final Duration STOP = Duration.ofSeconds(40);

    private final SandboxFolder folder;
    private final Function<Path, List<String>> daemon;
    private final Consumer<String> progress;

    /// @param daemon makes the command line of a daemon from its state directory
    /// @param progress is told what happens, a line at a time
    Sandbox(SandboxFolder folder, Function<Path, List<String>> daemon, Consumer<String> progress) {
        this.folder = folder;
        this.daemon = daemon;
        this.progress = progress;
    }

    /// Starts what does not run, adds members that are missing, and waits until all are in the
    /// cluster.
    ///
    /// @param members how many at least; a sandbox that is larger stays so
    /// @param port of the first member, for a new sandbox; the others follow
    /// @param instances how many demo instances shall run
    List<SandboxMember> up(int members, int port, int instances) {
        return folder.exclusively(() -> {
            var there = folder.members();
            var first = there.isEmpty() ? port : portOf(there.getFirst());
            var all = folder.members(Math.max(members, there.size()), first);
            checkPorts(all, there);
            folder.make(all.size(), first);
            start(all.stream().filter(one -> !new MemberProcess(one).isRunning()).toList());
            new SandboxFormation(all, progress).form();
            try (var cluster = ServerClient.open(ClientSettings.unix(all.getFirst().socket()))) {
                new SandboxInstances(cluster, progress).ensure(instances);
            }
            return all;
        });
    }

    /// Stops all members in order; the data stay.
    ///
    /// @param delete whether to remove the data as well
    void down(boolean delete) {
        folder.exclusively(() -> {
            var running =
                    folder.members().stream()
                            .filter(member -> new MemberProcess(member).isRunning())
                            .toList();
            if (!running.isEmpty()) {
                progress.accept("Stopping " + names(running) + " ...");
            }
            stop(running);
            if (delete) {
                folder.members().forEach(member -> new Orphans(member).kill());
                folder.delete();
            }
            return running;
        });
    }

    private void start(List<SandboxMember> stopped) {
        if (!stopped.isEmpty()) {
            progress.accept("Starting " + names(stopped) + " ...");
        }
        stopped.forEach(member -> new MemberProcess(member).start(daemon));
    }

    /// At the same time, as a power cut would: one after the other would move roles in vain.
    private static void stop(List<SandboxMember> running) {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var stops =
                    running.stream()
                            .map(member ->
                                    threads.submit(() -> new MemberProcess(member).stop(STOP)))
                            .toList();
            for (var stop : stops) {
                stop.get();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CommandException("interrupted while the sandbox stops", e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof CommandException expected) {
                throw expected;
            }
            throw new CommandException("cannot stop the sandbox: " + e.getCause(), e);
        }
    }

    /// A sandbox that is there keeps its ports: its members know each other by them.
    private static void checkPorts(List<SandboxMember> all, List<SandboxMember> there) {
        for (var member : all) {
            if (!new MemberProcess(member).isRunning() && Ports.isTaken(portOf(member))) {
                throw new CommandException(
                        "something else listens on %s, %s"
                                .formatted(
                                        member.address(),
                                        there.isEmpty()
                                                ? "choose another first port with --port"
                                                : "end it, or make another sandbox with --dir"));
            }
        }
    }

    private static int portOf(SandboxMember member) {
        return Integer.parseInt(member.address().substring(member.address().indexOf(':') + 1));
    }

    private static String names(List<SandboxMember> members) {
        return String.join(", ", members.stream().map(SandboxMember::name).toList());
    }
}
