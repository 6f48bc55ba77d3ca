package dev.pileus.model.operations;

import dev.pileus.api.Operation;
import dev.pileus.model.operations.Progress.Count;
import dev.pileus.model.store.ClusterImage;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/// Makes rows of operations, and remembers of each how things were when it began. For one thread.
final class OperationTracker {
    private final Map<String, Track> tracks = new HashMap<>();
    private @Nullable ClusterImage before;

    /// Newest first. Tokens are operations for servers only and are left out.
    List<RunningOperation> look(ClusterImage image, Instant now) {
        var work =
                image.operations().stream()
                        .filter(one -> !one.operationClass().equals(Operation.CLASS_TOKEN))
                        .toList();
        tracks.keySet().retainAll(work.stream().map(Operation::id).toList());
        var rows = work.reversed().stream().map(one -> row(one, image, now)).toList();
        before = image;
        return rows;
    }

    private RunningOperation row(Operation operation, ClusterImage image, Instant now) {
        var track = tracks.computeIfAbsent(operation.id(), none -> begin(operation, image));
        return new RunningOperation(
                operation.id(),
                track.work,
                operation.location(),
                operation.createdAt(),
                track.progress(operation, image, now),
                operation.mayCancel() && !operation.isFinished(),
                Stage.of(operation));
    }

    /// The first sight of an operation may come together with the first instance it has dealt with,
    /// so what the cluster was like at the last look counts as well.
    private Track begin(Operation operation, ClusterImage image) {
        var work = Work.of(operation);
        var earlier = before == null ? image : before;
        return new Track(
                work,
                switch (work) {
                    case Work.Evacuating(var member) -> evacuation(member, earlier);
                    case Work.Restoring(var member) -> new Baseline.Restore(member).seeing(earlier);
                    default -> null;
                });
    }

    private Baseline evacuation(String member, ClusterImage earlier) {
        var baseline = new Baseline.Evacuation(member).seeing(earlier);
        return before == null ? baseline.underway(earlier) : baseline;
    }

    private static final class Track {
        private final Work work;
        private @Nullable Baseline baseline;
        private @Nullable Pace pace;

        private Track(Work work, @Nullable Baseline baseline) {
            this.work = work;
            this.baseline = baseline;
        }

        private Progress progress(Operation operation, ClusterImage image, Instant now) {
            var count = count(operation, image);
            var share = share(operation, count);
            return new Progress(
                    share,
                    count,
                    operation.progress(),
                    ProgressReader.bytesPerSecond(operation),
                    operation.isFinished() ? Optional.empty() : left(share, now));
        }

        private Optional<Count> count(Operation operation, ClusterImage image) {
            if (baseline == null) {
                return Optional.empty();
            }
            if (!operation.isFinished()) {
                baseline = baseline.seeing(image);
            }
            var count = baseline.compare(image);
            var allDone = Stage.of(operation) instanceof Stage.Succeeded;
            return Optional.of(allDone ? new Count(count.all(), count.all()) : count);
        }

        private static OptionalDouble share(Operation operation, Optional<Count> count) {
            if (Stage.of(operation) instanceof Stage.Succeeded) {
                return OptionalDouble.of(1);
            }
            return count.filter(known -> known.all() > 0)
                    .map(known -> OptionalDouble.of((double) known.done() / known.all()))
                    .orElseGet(() -> ProgressReader.share(operation));
        }

        private Optional<Duration> left(OptionalDouble share, Instant now) {
            if (share.isEmpty()) {
                return Optional.empty();
            }
            if (pace == null) {
                pace = new Pace(now, share.getAsDouble());
            }
            return pace.left(now, share.getAsDouble());
        }
    }
}
