package dev.pileus.model.store;

import dev.pileus.api.Operation;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// The operations that lists and events told of. Servers forget finished ones after seconds
/// (CONTRACT 5.2); here they stay as long as people need to see the end. Thread-safe.
final class OperationBook {
    private final Map<String, Entry> entries = new HashMap<>();
    private final Duration keep;

    /// @param keep how long a finished operation stays
    OperationBook(Duration keep) {
        this.keep = keep;
    }

    /// An event told of it.
    synchronized void heard(Operation operation, Instant at) {
        entries.merge(operation.id(), new Entry(operation, at, at), Entry::followedBy);
    }

    /// A list told of all. Running ones that it does not hold are gone: their member was restarted.
    ///
    /// @param asked when the list was asked for; what was heard of later may be too new for it
    synchronized void listed(List<Operation> operations, Instant asked, Instant at) {
        operations.forEach(operation -> heard(operation, at));
        var listed = operations.stream().map(Operation::id).collect(Collectors.toSet());
        entries.values()
                .removeIf(entry ->
                        !entry.operation.isFinished()
                                && !listed.contains(entry.operation.id())
                                && entry.heard.isBefore(asked));
    }

    /// Oldest first.
    synchronized List<Operation> operations(Instant now) {
        entries.values().removeIf(entry -> entry.isOver(now.minus(keep)));
        return entries.values().stream()
                .map(Entry::operation)
                .sorted(Comparator.comparing(Operation::createdAt).thenComparing(Operation::id))
                .toList();
    }

    /// @param heard when it was heard of last
    /// @param changed when its news arrived
    private record Entry(Operation operation, Instant heard, Instant changed) {
        /// Lists and events overtake each other; the end is never taken back.
        private Entry followedBy(Entry later) {
            var stale =
                    operation.isFinished()
                            || later.operation.updatedAt().isBefore(operation.updatedAt());
            return stale && !later.operation.isFinished()
                    ? new Entry(operation, later.heard, changed)
                    : new Entry(
                            later.operation,
                            later.heard,
                            operation.isFinished() ? changed : later.changed);
        }

        private boolean isOver(Instant limit) {
            return operation.isFinished() && changed.isBefore(limit);
        }
    }
}
