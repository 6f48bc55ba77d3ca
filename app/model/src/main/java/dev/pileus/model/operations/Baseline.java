package dev.pileus.model.operations;

import dev.pileus.api.Instance;
import dev.pileus.model.operations.Progress.Count;
import dev.pileus.model.store.ClusterImage;
import dev.pileus.model.store.InstanceKey;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/// Which instances an evacuation or restore has to do with, as far as they were seen; comparing
/// them with a later image tells how far it came, which no server tells.
sealed interface Baseline {
    /// What was seen so far and what this image shows: the reading of instances may lag behind the
    /// beginning of the work.
    Baseline seeing(ClusterImage now);

    Count compare(ClusterImage now);

    /// What is to leave a member.
    ///
    /// @param concerned all that were seen there
    record Evacuation(String member, Set<InstanceKey> concerned) implements Baseline {
        private static final String STOP = "stop";

        Evacuation(String member) {
            this(member, Set.of());
        }

        /// What had left before the console looked is recognised by its origin.
        Evacuation underway(ClusterImage now) {
            return with(keys(now, one -> comesFrom(one, member)));
        }

        @Override
        public Evacuation seeing(ClusterImage now) {
            return with(keys(now, one -> one.location().equals(member)));
        }

        @Override
        public Count compare(ClusterImage now) {
            return count(
                    concerned, keys(now, one -> one.location().equals(member) && isToBeDone(one)));
        }

        private Evacuation with(Set<InstanceKey> more) {
            return new Evacuation(member, union(concerned, more));
        }

        /// `stop`, `force-stop` and `stateful-stop` leave it here.
        private static boolean isToBeDone(Instance instance) {
            return instance.isRunning() || !instance.setting(Instance.EVACUATE).endsWith(STOP);
        }
    }

    /// What is to come back to a member.
    ///
    /// @param concerned all that were seen elsewhere, or here and stopped by the evacuation
    record Restore(String member, Set<InstanceKey> concerned) implements Baseline {
        Restore(String member) {
            this(member, Set.of());
        }

        @Override
        public Restore seeing(ClusterImage now) {
            return new Restore(member, union(concerned, keys(now, this::isToBeDone)));
        }

        @Override
        public Count compare(ClusterImage now) {
            return count(concerned, keys(now, this::isToBeDone));
        }

        private boolean isToBeDone(Instance instance) {
            if (!instance.location().equals(member)) {
                return comesFrom(instance, member);
            }
            return !instance.isRunning()
                    && instance.volatileKey(Instance.LAST_POWER).equals("RUNNING");
        }
    }

    private static Count count(Set<InstanceKey> concerned, Set<InstanceKey> left) {
        var undone = concerned.stream().filter(left::contains).count();
        return new Count(concerned.size() - Math.toIntExact(undone), concerned.size());
    }

    private static Set<InstanceKey> union(Set<InstanceKey> some, Set<InstanceKey> more) {
        var all = new HashSet<>(some);
        all.addAll(more);
        return Set.copyOf(all);
    }

    private static boolean comesFrom(Instance instance, String member) {
        return instance.volatileKey(Instance.EVACUATE_ORIGIN).equals(member);
    }

    private static Set<InstanceKey> keys(ClusterImage image, Predicate<Instance> condition) {
        return image.instances().stream()
                .filter(condition)
                .map(InstanceKey::of)
                .collect(Collectors.toSet());
    }
}
