package dev.pileus.cli.cluster;

import dev.pileus.cli.CommandException;
import dev.pileus.cli.Console;
import dev.pileus.cli.StateDirectory;
import dev.pileus.database.DatabaseException;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/// `cluster recover-from-quorum-loss`: this member goes on alone, or follows one that did.
@Command(
        name = "recover-from-quorum-loss",
        description =
                "Makes this member the only voter, when the majority of the voters is lost for good.",
        mixinStandardHelpOptions = true)
final class RecoverCommand implements Runnable {
    private static final String WARNING =
            """
            You should run this only when the majority of the database's voters is lost for good, and
            only on ONE member: the one whose copy is the newest ("pileus engine cluster show" tells
            its latest log entry; the highest term, then the highest index, wins).

            What the lost members alone had acknowledged is gone afterwards. Members that are still
            there follow this one with --follow; members that never come back are removed with
            "incus cluster remove NAME --force".

            """;
    private static final String FOLLOWING =
            """
            This deletes this member's own copy of the database: it gets the one of the member on which
            "recover-from-quorum-loss" was run. Its instances and volumes are not touched.

            """;

    @Mixin private final StateDirectory directory = new StateDirectory();
    @Mixin private final Console console = new Console();

    @Option(
            names = {"-q", "--quiet"},
            description = "do not ask")
    private boolean quiet;

    @Option(
            names = "--follow",
            paramLabel = "ID",
            converter = DatabaseId.class,
            description = "follow a member that was recovered before; ID is what it printed")
    private @Nullable UUID follow;

    @Override
    public void run() {
        try (var member = StoppedMember.open(directory.path())) {
            if (follow == null && !member.hasReplica()) {
                throw new CommandException("This member has no copy of the database");
            }
            if (!quiet) {
                console.tell(follow == null ? WARNING + ShowCommand.head(member) : FOLLOWING);
                if (!console.dialogue().confirm("Do you want to proceed?")) {
                    throw new CommandException("Recovery aborted");
                }
            }
            var copy = member.backup(Backups.name("recovery", Clock.systemUTC()));
            console.tell("The database as it was is kept in %s%n".formatted(copy));
            if (follow == null) {
                recover(member);
            } else {
                member.follow(follow);
                console.tell("This member follows now. Start its daemon.\n");
            }
        } catch (DatabaseException e) {
            throw new CommandException(String.valueOf(e.getMessage()), e);
        }
    }

    /// As `recover-from-quorum-loss` prints it.
    static final class DatabaseId implements ITypeConverter<UUID> {
        @Override
        public UUID convert(String text) {
            try {
                return UUID.fromString(text);
            } catch (IllegalArgumentException e) {
                throw new TypeConversionException(
                        "\"%s\" is no id of a database: give the one that recover-from-quorum-loss printed"
                                .formatted(text));
            }
        }
    }

    private void recover(StoppedMember member) {
        var database = member.becomeOnlyVoter(new SecureRandom());
        console.tell(
                """
                This member is the only voter now. Start its daemon, then, on every other member that
                is left, with its daemon stopped:
                  pileus engine cluster recover-from-quorum-loss --follow %s
                """
                        .formatted(database));
    }
}
