package dev.pileus.database;

import java.util.Set;

/// Wants to know when tables change.
public interface TableListener {
    /// The tables that matter to it.
    Set<String> tables();

    /// Something in them may have changed.
    void changed();

    static TableListener of(Set<String> tables, Runnable action) {
        var copy = Set.copyOf(tables);
        return new TableListener() {
            @Override
            public Set<String> tables() {
                return copy;
            }

            @Override
            public void changed() {
                action.run();
            }
        };
    }
}
