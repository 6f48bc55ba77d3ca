package dev.pileus.model.operations;

import dev.pileus.api.Instance;
import dev.pileus.model.operations.Progress.Count;
import dev.pileus.model.store.ClusterImage;
import dev.pileus.model.store.InstanceKey;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/// Which instances an evacuation or restore has to do with, noted when it began; comparing them
/// with a later image tells how far it came, which no server tells.
sealed interface Baseline {
    Count compare(ClusterImage now);

    /// What is to leave a member.
    ///
    /// @param concerned all that were there at the beginning
    record Evacuation(String member, Set<InstanceKey> concerned) implements Baseline {
        private static final String STOP = "stop";

        /// @param sights how things were just before and after it began
        /// @param underway whether it had begun before the console looked; then what was moved
        ///   already is recognised by its origin
        static Evacuation of(String member, List<ClusterImage> sights, boolean underway) {
            return new Evacuation(
                    member,
                    keys(
                            sights,
                            one ->
                                    one.location().equals(member)
                                            || (underway && comesFrom(one, member))));
        }

        @Override
        public Count compare(ClusterImage now) {
            var left = keys(List.of(now), one -> one.location().equals(member) && isToBeDone(one));
            left.retainAll(concerned);
            return new Count(concerned.size() - left.size(), concerned.size());
        }

        /// `stop`, `force-stop` and `stateful-stop` leave it here.
        private static boolean isToBeDone(Instance instance) {
            return instance.isRunning() || !instance.setting(Instance.EVACUATE).endsWith(STOP);
        }
    }

    /// What is to come back to a member.
    ///
    /// @param concerned all that were elsewhere, or here and stopped by the evacuation
    record Restore(String member, Set<InstanceKey> concerned) implements Baseline {
        static Restore of(String member, List<ClusterImage> sights) {
            return new Restore(member, keys(sights, one -> isToBeDone(one, member)));
        }

        @Override
        public Count compare(ClusterImage now) {
            var left = keys(List.of(now), one -> isToBeDone(one, member));
            left.retainAll(concerned);
            return new Count(concerned.size() - left.size(), concerned.size());
        }

        private static boolean isToBeDone(Instance instance, String member) {
            if (!instance.location().equals(member)) {
                return comesFrom(instance, member);
            }
            return !instance.isRunning()
                    && instance.volatileKey(Instance.LAST_POWER).equals("RUNNING");
        }
    }

    private static boolean comesFrom(Instance instance, String member) {
        return instance.volatileKey(Instance.EVACUATE_ORIGIN).equals(member);
    }

    private static Set<InstanceKey> keys(List<ClusterImage> sights, Predicate<Instance> condition) {
        return sights.stream()
                .flatMap(image -> image.instances().stream())
                .filter(condition)
                .map(InstanceKey::of)
                .collect(Collectors.toSet());
    }
}
