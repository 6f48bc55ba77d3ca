package dev.pileus.database;

/// A decision broke a rule of the tables; nothing was changed.
public final class BrokenConstraintException extends DatabaseException {
    private static final long serialVersionUID = 1L;

    private final transient WriteOutcome.BrokenConstraint outcome;

    public BrokenConstraintException(WriteOutcome.BrokenConstraint outcome) {
        super(outcome.message());
        this.outcome = outcome;
    }

    public WriteOutcome.Kind kind() {
        return outcome.kind();
    }
}
