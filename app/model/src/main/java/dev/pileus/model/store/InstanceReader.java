package dev.pileus.model.store;

import dev.pileus.api.Instance;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/// Reads the instances: the few that events named one by one, all of them when there is no name,
/// too many names, or the last list is old. One reader at a time, so an older list never overwrites
/// a newer instance.
final class InstanceReader {
    private static final int SINGLY = 8;

    private final ClusterSource source;
    private final Board board;
    private final Duration listAge;
    private Set<InstanceKey> named = new LinkedHashSet<>();
    private boolean all = true;
    private Instant listed = Instant.MIN;

    InstanceReader(ClusterSource source, Board board, Duration listAge) {
        this.source = source;
        this.board = board;
        this.listAge = listAge;
    }

    synchronized void name(InstanceKey instance) {
        named.add(instance);
    }

    synchronized void nameAll() {
        all = true;
    }

    /// Reads what was named since the last time.
    Consumer<Draft> read() {
        var now = board.time().instant();
        var names = take(now);
        if (names.isEmpty()) {
            return list();
        }
        try {
            return singly(names);
        } catch (TroubleException ofOneMember) {
            // an instance on a dead member cannot be read by itself, but is in the list
            return list();
        }
    }

    private synchronized Set<InstanceKey> take(Instant now) {
        var names = named;
        named = new LinkedHashSet<>();
        var old = !now.isBefore(listed.plus(listAge));
        if (all || old || names.size() > SINGLY) {
            all = false;
            listed = now;
            return Set.of();
        }
        return names;
    }

    private Consumer<Draft> list() {
        try {
            var instances = source.instances();
            return draft -> draft.instances(instances);
        } catch (TroubleException failed) {
            nameAll();
            throw failed;
        }
    }

    private Consumer<Draft> singly(Set<InstanceKey> names) {
        var read = new HashMap<InstanceKey, Optional<Instance>>();
        names.forEach(name -> read.put(name, source.instance(name)));
        return draft -> draft.instances(merge(draft.instances(), read));
    }

    private static List<Instance> merge(
            List<Instance> known, Map<InstanceKey, Optional<Instance>> read) {
        var news = new HashMap<>(read);
        var merged = new ArrayList<Instance>(known.size() + news.size());
        for (var instance : known) {
            var now = news.remove(InstanceKey.of(instance));
            if (now == null) {
                merged.add(instance);
            } else {
                now.ifPresent(merged::add);
            }
        }
        news.values().forEach(now -> now.ifPresent(merged::add));
        return merged;
    }
}
