package dev.pileus.cli.cluster;

import dev.pileus.cli.CommandException;
import dev.pileus.cli.Console;
import dev.pileus.cli.StateDirectory;
import dev.pileus.database.DatabaseException;
import java.time.Clock;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// `cluster edit`: other addresses or roles, while all daemons are stopped.
@Command(
        name = "edit",
        description = {
            "Changes addresses and roles of the database's members: in an editor, or from standard input.",
            "Stop every member first, and make the same change on each before one is started."
        },
        mixinStandardHelpOptions = true)
final class EditCommand implements Runnable {
    private static final String EXPLANATION =
            """
            # The members of the cluster as this member knows them. Addresses (host:port) and roles
            # (voter, stand-by, spare) may change; ids, names and the number of members may not.
            # Make the same change on every member, while all of them are stopped.
            #
            """;

    @Mixin private final StateDirectory directory = new StateDirectory();
    @Mixin private final Console console = new Console();

    @Override
    public void run() {
        try (var member = StoppedMember.open(directory.path())) {
            var before = member.members();
            var edit =
                    console.isTerminal()
                            ? byEditor(before, EXPLANATION + ShowCommand.head(member))
                            : edit(before, MemberList.parse(console.input()), member);
            if (edit.isEmpty()) {
                console.tell("Nothing is changed.\n");
                return;
            }
            var copy = member.backup(Backups.name("edit", Clock.systemUTC()));
            member.apply(edit);
            console.tell(
                    """
                    Changed on this member (the database as it was: %s).
                    Make the same change on every other member before any of them is started:
                      pileus engine cluster show   here, into a file
                      pileus engine cluster edit   there, from that file
                    """
                            .formatted(copy));
        } catch (DatabaseException e) {
            throw new CommandException(String.valueOf(e.getMessage()), e);
        }
    }

    /// A member without a copy of the database knows only those that have one; the list is another
    /// member's then, and counts as far as it concerns them and this one.
    private static MemberEdit edit(MemberList before, MemberList wanted, StoppedMember member) {
        return MemberEdit.of(member.hasReplica() ? before : member.extended(wanted), wanted);
    }

    private MemberEdit byEditor(MemberList before, String head) {
        var text = head + before.yaml();
        while (true) {
            text = Editor.edit(text);
            try {
                return MemberEdit.of(before, MemberList.parse(text));
            } catch (CommandException e) {
                console.tell(e.getMessage() + "\n");
                if (!console.dialogue().confirm("Open the editor again?", true)) {
                    throw e;
                }
            }
        }
    }
}
