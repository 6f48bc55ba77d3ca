package dev.pileus.database.raft;

import dev.pileus.database.Batch;
import dev.pileus.database.WriteOutcome;
import dev.pileus.database.raft.codec.Entry;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.ratis.server.protocol.TermIndex;
import org.jspecify.annotations.Nullable;

/// Entries that are applied in one transaction: finds out which of them hold a batch that nobody
/// has applied yet.
final class ApplyGroup {
    private static final WriteOutcome NOTHING = new WriteOutcome.Applied(List.of());

    private final Proposers proposers;
    private final List<Place> places = new ArrayList<>();
    private final List<Batch> batches = new ArrayList<>();
    private final List<Entry.Write> writes = new ArrayList<>();
    private final Map<Call, Integer> calls = new HashMap<>();
    private @Nullable TermIndex last;

    ApplyGroup(Proposers proposers) {
        this.proposers = proposers;
    }

    /// @param old the file holds it already: Ratis repeats the log from the last snapshot
    void add(TermIndex at, Entry entry, boolean old) {
        if (old) {
            places.add(new Place.Known(NOTHING));
            return;
        }
        last = at;
        places.add(
                entry instanceof Entry.Write write
                        ? place(write, at.getIndex())
                        : new Place.Known(NOTHING));
    }

    boolean isNews() {
        return last != null;
    }

    TermIndex last() {
        if (last == null) {
            throw new IllegalStateException("the group is empty");
        }
        return last;
    }

    List<Batch> batches() {
        return batches;
    }

    /// Remembers what became of the batches.
    void settle(List<WriteOutcome> outcomes) {
        for (var i = 0; i < writes.size(); i++) {
            proposers.answer(writes.get(i), outcomes.get(i));
        }
    }

    /// One for each entry.
    List<WriteOutcome> outcomes(List<WriteOutcome> ofBatches) {
        return places.stream()
                .map(place ->
                        switch (place) {
                            case Place.Known(var outcome) -> outcome;
                            case Place.OfBatch(var batch) -> ofBatches.get(batch);
                        })
                .toList();
    }

    private Place place(Entry.Write write, long index) {
        return switch (proposers.meet(write, index)) {
            case Proposers.Standing.Answered(var outcome) -> new Place.Known(outcome);
            case Proposers.Standing.Settled settled -> new Place.Known(NOTHING);
            case Proposers.Standing.Open open -> new Place.OfBatch(batch(write));
        };
    }

    private int batch(Entry.Write write) {
        var call = new Call(write.proposer(), write.call());
        var there = calls.get(call);
        if (there != null) {
            return there;
        }
        calls.put(call, batches.size());
        batches.add(write.batch());
        writes.add(write);
        return batches.size() - 1;
    }

    private record Call(long proposer, long call) {}

    /// Where an entry's outcome comes from.
    private sealed interface Place {
        record Known(WriteOutcome outcome) implements Place {}

        record OfBatch(int batch) implements Place {}
    }
}
