package dev.pileus.model.store;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.function.Function;

/// How one list of things differs from an earlier one; things are matched by their key.
public record Changes<T>(List<T> added, List<T> removed, List<Change<T>> changed) {
    public Changes {
        added = List.copyOf(added);
        removed = List.copyOf(removed);
        changed = List.copyOf(changed);
    }

    public static <T> Changes<T> none() {
        return new Changes<>(List.of(), List.of(), List.of());
    }

    /// Compares two lists. Cheap when both are the same object, which is so for every part that was
    /// not read between two images.
    @SuppressWarnings("ReferenceEquality") // the short cut; without it the result is the same
    public static <T, K> Changes<T> between(List<T> before, List<T> after, Function<T, K> key) {
        if (before == after) {
            return none();
        }
        var old = LinkedHashMap.<K, T>newLinkedHashMap(before.size());
        before.forEach(thing -> old.put(key.apply(thing), thing));
        var added = new ArrayList<T>();
        var changed = new ArrayList<Change<T>>();
        for (T thing : after) {
            T earlier = old.remove(key.apply(thing));
            if (earlier == null) {
                added.add(thing);
            } else if (!earlier.equals(thing)) {
                changed.add(new Change<>(earlier, thing));
            }
        }
        return new Changes<>(added, List.copyOf(old.values()), changed);
    }

    public boolean isEmpty() {
        return added.isEmpty() && removed.isEmpty() && changed.isEmpty();
    }

    /// Everything that the newer list holds and the earlier one did not hold like this.
    public List<T> addedOrChanged() {
        var news = new ArrayList<>(added);
        changed.forEach(change -> news.add(change.after()));
        return news;
    }
}
