package dev.pileus.database.raft;

import dev.pileus.database.DatabaseException;
import dev.pileus.database.WriteOutcome;
import dev.pileus.database.migration.Migrations;
import dev.pileus.database.raft.codec.Entry;
import dev.pileus.database.raft.wire.Request;
import java.io.IOException;
import java.time.Duration;
import java.util.Set;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Moves the schema forward, through the log like any other write, when all programs know how.
final class SchemaChange {
    private static final Logger LOG = LoggerFactory.getLogger(SchemaChange.class);
    private static final Duration STATUS = Duration.ofSeconds(3);

    private final Migrations migrations;
    private final Calls calls;
    private final Function<Entry, WriteOutcome> propose;

    SchemaChange(Migrations migrations, Calls calls, Function<Entry, WriteOutcome> propose) {
        this.migrations = migrations;
        this.calls = calls;
        this.propose = propose;
    }

    /// Goes as far as everybody can.
    ///
    /// @return the version there is then
    int bringForward(int version, Set<Long> others) {
        var agreed =
                others.stream()
                        .mapToInt(member -> newestKnownTo(member, version))
                        .reduce(migrations.newest(), Math::min);
        if (agreed > version) {
            bringTo(agreed);
        }
        return Math.max(agreed, version);
    }

    /// Steps that were made already change nothing.
    void bringTo(int version) {
        for (var step : migrations.steps().subList(0, version)) {
            var outcome = propose.apply(new Entry.Migrate(step));
            if (!(outcome instanceof WriteOutcome.Applied)) {
                throw new DatabaseException(
                        "the database could not be brought to version %d: %s"
                                .formatted(step.version(), outcome));
            }
        }
    }

    private int newestKnownTo(long member, int otherwise) {
        try {
            return MemberStatus.decode(calls.call(member, Request.STATUS, new byte[0], STATUS))
                    .newestSchema();
        } catch (IOException e) {
            LOG.info("The schema stays at version {}: {}", otherwise, e.getMessage());
            return otherwise;
        }
    }
}
