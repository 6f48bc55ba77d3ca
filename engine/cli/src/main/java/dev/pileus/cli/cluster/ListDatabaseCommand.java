package dev.pileus.cli.cluster;

import dev.pileus.cli.Console;
import dev.pileus.cli.StateDirectory;
import dev.pileus.cli.TextTable;
import dev.pileus.database.raft.RaftRole;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// `cluster list-database`: works with the daemon up or down.
@Command(
        name = "list-database",
        description = "Writes the addresses of the members that vote on the database.",
        mixinStandardHelpOptions = true)
final class ListDatabaseCommand implements Runnable {
    @Mixin private final StateDirectory directory = new StateDirectory();
    @Mixin private final Console console = new Console();

    @Override
    public void run() {
        try (var member = LocalMember.open(directory.path())) {
            var addresses =
                    member.holders().stream()
                            .filter(holder -> holder.role() == RaftRole.VOTER)
                            .map(holder -> List.of(holder.address()))
                            .toList();
            console.tell(new TextTable(List.of("ADDRESS"), addresses).text());
        }
    }
}
