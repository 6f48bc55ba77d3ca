package dev.pileus.cli.cluster;

import dev.pileus.cli.CommandException;
import dev.pileus.cli.Console;
import dev.pileus.cli.StateDirectory;
import dev.pileus.client.ClientException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `cluster remove-raft-node`: through the running daemon.
@Command(
        name = "remove-raft-node",
        description =
                "Takes the part in the database from a lost member, or from what is left of one.",
        mixinStandardHelpOptions = true)
final class RemoveRaftNodeCommand implements Runnable {
    private static final String WARNING =
            """
            You should run this only when a member that is lost still counts in the database and
            "incus cluster remove NAME --force" does not help.

            """;

    @Mixin private final StateDirectory directory = new StateDirectory();
    @Mixin private final Console console = new Console();

    @Parameters(paramLabel = "ADDRESS", description = "host:port of the lost member, or its id")
    private String address = "";

    @Option(
            names = {"-q", "--quiet"},
            description = "do not ask")
    private boolean quiet;

    @Override
    public void run() {
        if (address.isBlank()) {
            throw new CommandException("No raft node is named: host:port or an id");
        }
        try (var member = directory.open()) {
            // before anybody is asked: is there a daemon at all
            var ignored = member.server().get();
            confirm();
            member.internal().delete("cluster", "raft-node", address);
        } catch (ClientException e) {
            throw CommandException.of(e);
        }
    }

    private void confirm() {
        if (quiet) {
            return;
        }
        console.tell(WARNING);
        if (!console.dialogue().confirm("Do you want to proceed?")) {
            throw new CommandException("Remove raft node operation aborted");
        }
    }
}
