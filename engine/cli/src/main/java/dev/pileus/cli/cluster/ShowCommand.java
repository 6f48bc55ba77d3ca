package dev.pileus.cli.cluster;

import dev.pileus.cli.CommandException;
import dev.pileus.cli.Console;
import dev.pileus.cli.DaemonLock;
import dev.pileus.cli.StateDirectory;
import dev.pileus.database.DatabaseException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// `cluster show`: what this member knows of the database's members. With the daemon stopped it
/// tells how far this member's copy goes as well.
@Command(
        name = "show",
        description = {
            "Writes the members and their parts in the database as YAML.",
            "While the daemon runs, only those that have a copy of it."
        },
        mixinStandardHelpOptions = true)
final class ShowCommand implements Runnable {
    @Mixin private final StateDirectory directory = new StateDirectory();
    @Mixin private final Console console = new Console();

    @Override
    public void run() {
        if (DaemonLock.isHeld(directory.path())) {
            try (var member = LocalMember.open(directory.path())) {
                console.tell(new MemberList(member.holders()).yaml());
            }
            return;
        }
        try (var member = StoppedMember.open(directory.path())) {
            console.tell(head(member) + member.members().yaml());
        } catch (DatabaseException e) {
            throw new CommandException(String.valueOf(e.getMessage()), e);
        }
    }

    static String head(StoppedMember member) {
        if (!member.hasReplica()) {
            return "# This member has no copy of the database\n\n";
        }
        var last = member.lastEntry();
        return "# Latest log entry: term %d, index %d%n%n".formatted(last.term(), last.index());
    }
}
