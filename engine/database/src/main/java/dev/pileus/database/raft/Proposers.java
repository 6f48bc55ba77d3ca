package dev.pileus.database.raft;

import dev.pileus.database.Batch;
import dev.pileus.database.Reader;
import dev.pileus.database.WriteOutcome;
import dev.pileus.database.raft.codec.ByteReader;
import dev.pileus.database.raft.codec.ByteWriter;
import dev.pileus.database.raft.codec.Entry;
import dev.pileus.database.raft.codec.OutcomeCodec;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// What became of the newest calls of every proposer, so that a call that reached the log twice is
/// applied once. It is part of the database, the same on every replica after the same entry: that
/// is why nothing here depends on time or on how entries were grouped.
///
/// Lives on the applying thread, as a mirror of its table. When the transaction that should have
/// written it fails, the member halts, and the mirror with it.
final class Proposers {
    static final String SCHEMA =
            """
            CREATE TABLE pileus_proposers (
                id INTEGER PRIMARY KEY,
                floor INTEGER NOT NULL,
                log_index INTEGER NOT NULL,
                answers BLOB NOT NULL)
            """;

    /// A proposer that was silent for so many entries is forgotten. Its repetitions come within
    /// seconds, or never.
    private static final long REMEMBERED_ENTRIES = 100_000;

    /// Forgetting happens at multiples of this index.
    private static final long SWEEP_ENTRIES = 4_096;

    private final Map<Long, Proposer> known = new HashMap<>();
    private final Set<Long> touched = new HashSet<>();
    private final Set<Long> forgotten = new HashSet<>();
    private long newest;

    static Proposers read(Reader reader) {
        var proposers = new Proposers();
        for (var row :
                reader.select("SELECT id, floor, log_index, answers FROM pileus_proposers")) {
            var proposer = new Proposer(row.number("floor"), row.number("log_index"));
            proposer.readAnswers(row.bytes("answers"));
            proposers.known.put(row.number("id"), proposer);
            proposers.newest = Math.max(proposers.newest, proposer.index);
        }
        return proposers;
    }

    /// Takes note of a call in the order of the log.
    ///
    /// @return what is known of it: settled, answered, or nothing yet
    Standing meet(Entry.Write write, long index) {
        sweep(index);
        var proposer = known.computeIfAbsent(write.proposer(), id -> new Proposer(0, index));
        touched.add(write.proposer());
        forgotten.remove(write.proposer());
        proposer.index = index;
        var standing = proposer.standing(write.call());
        proposer.raise(write.floor());
        return standing;
    }

    void answer(Entry.Write write, WriteOutcome outcome) {
        var proposer = known.get(write.proposer());
        if (proposer != null && write.call() >= proposer.floor) {
            proposer.answers.put(write.call(), outcome);
        }
    }

    /// The statements that bring the table up to date.
    void books(Batch.Builder batch) {
        for (var id : forgotten) {
            batch.one("DELETE FROM pileus_proposers WHERE id = ?", id);
        }
        for (var id : touched) {
            var proposer = known.get(id);
            if (proposer != null) {
                batch.one(
                        "INSERT OR REPLACE INTO pileus_proposers VALUES (?, ?, ?, ?)",
                        id,
                        proposer.floor,
                        proposer.index,
                        proposer.writeAnswers());
            }
        }
        touched.clear();
        forgotten.clear();
    }

    private void sweep(long index) {
        if (index / SWEEP_ENTRIES > newest / SWEEP_ENTRIES) {
            var oldest = index - REMEMBERED_ENTRIES;
            known.entrySet()
                    .removeIf(entry -> {
                        var silent = entry.getValue().index < oldest;
                        if (silent) {
                            forgotten.add(entry.getKey());
                            touched.remove(entry.getKey());
                        }
                        return silent;
                    });
        }
        newest = index;
    }

    /// What is known of a call.
    sealed interface Standing {
        /// To be applied, unless this very group holds it already.
        record Open() implements Standing {}

        /// Applied before, with this outcome.
        record Answered(WriteOutcome outcome) implements Standing {}

        /// Its proposer does not wait for it any more.
        record Settled() implements Standing {}
    }

    private static final class Proposer {
        private long floor;
        private long index;
        private final TreeMap<Long, @Nullable WriteOutcome> answers = new TreeMap<>();

        Proposer(long floor, long index) {
            this.floor = floor;
            this.index = index;
        }

        Standing standing(long call) {
            if (call < floor) {
                return new Standing.Settled();
            }
            var answer = answers.get(call);
            return answer == null ? new Standing.Open() : new Standing.Answered(answer);
        }

        void raise(long to) {
            floor = Math.max(floor, to);
            answers.headMap(floor).clear();
        }

        byte[] writeAnswers() {
            var out = new ByteWriter().number(answers.size());
            answers.forEach((call, outcome) -> OutcomeCodec.encode(out.number(call), outcome));
            return out.toBytes();
        }

        void readAnswers(byte[] bytes) {
            var in = new ByteReader(bytes);
            var size = in.count();
            for (var i = 0; i < size; i++) {
                answers.put(in.number(), OutcomeCodec.decode(in));
            }
        }
    }
}
