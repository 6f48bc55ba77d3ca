package dev.pileus.database;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Statements that are applied together, in order, or not at all.
public record Batch(List<Statement> statements) {
    public Batch {
        statements = List.copyOf(statements);
    }

    public static Batch of(Statement... statements) {
        return new Batch(List.of(statements));
    }

    public static Batch empty() {
        return new Batch(List.of());
    }

    public boolean isEmpty() {
        return statements.isEmpty();
    }

    public static Builder builder() {
        return new Builder();
    }

    /// Collects statements; not for sharing between threads.
    public static final class Builder {
        private final List<Statement> statements = new ArrayList<>();

        private Builder() {}

        public Builder add(Statement statement) {
            statements.add(statement);
            return this;
        }

        public Builder add(Batch batch) {
            statements.addAll(batch.statements());
            return this;
        }

        /// Touches any number of rows.
        public Builder run(String sql, @Nullable Object... arguments) {
            return add(Statement.of(sql, arguments));
        }

        /// Must touch exactly one row, else the batch is undone and decided again.
        public Builder one(String sql, @Nullable Object... arguments) {
            return add(Statement.of(sql, arguments).expecting(1));
        }

        public Batch build() {
            return new Batch(statements);
        }
    }
}
