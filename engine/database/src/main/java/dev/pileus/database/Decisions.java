package dev.pileus.database;

import java.util.function.Function;

/// Optimistic writing: no lock is held between reading and writing; expected row counts notice when
/// somebody else was faster.
final class Decisions {
    /// Enough for dozens of members that change the same row at once; more is a livelock to look
    /// at.
    static final int ATTEMPTS = 50;

    private Decisions() {}

    static <T> T make(Database database, Function<Reader, Decision<T>> change) {
        var broken = 0;
        for (var attempt = 0; attempt < ATTEMPTS; attempt++) {
            var decision = database.readLatest(change::apply);
            if (decision.batch().isEmpty()) {
                return decision.result();
            }
            switch (database.write(decision.batch())) {
                case WriteOutcome.Applied applied -> {
                    return decision.result();
                }
                case WriteOutcome.Overtaken overtaken -> {}
                case WriteOutcome.BrokenConstraint constraint -> {
                    // once may be a race for the same name: the next decision sees the winner
                    if (++broken > 1) {
                        throw new BrokenConstraintException(constraint);
                    }
                }
                case WriteOutcome.Unusable unusable ->
                        throw new DatabaseException(unusable.message());
            }
        }
        throw new DatabaseException(
                ATTEMPTS + " decisions in a row were overtaken by other writes");
    }
}
