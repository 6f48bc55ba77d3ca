package dev.pileus.desktop.map;

import dev.pileus.model.store.InstanceKey;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// The marked member, or the marked instance on one. It is the window's selection as well: keys and
/// inspector are always about the card that is marked.
final class MapSelection {
    private final MapActions actions;
    private final Runnable changed;
    private @Nullable String member;
    private @Nullable InstanceKey instance;

    MapSelection(MapActions actions, Runnable changed) {
        this.actions = actions;
        this.changed = changed;
    }

    @Nullable String member() {
        return member;
    }

    @Nullable InstanceKey instance() {
        return instance;
    }

    /// Marks what was selected elsewhere; null: no member, no instance.
    void mark(@Nullable String newMember, @Nullable InstanceKey newInstance) {
        if (!Objects.equals(newMember, member) || !Objects.equals(newInstance, instance)) {
            member = newMember;
            instance = newInstance;
            changed.run();
        }
    }

    void select(String newMember) {
        mark(newMember, null);
        actions.select(newMember);
    }

    void select(InstanceKey newInstance) {
        mark(null, newInstance);
        actions.select(newInstance);
    }

    void clear() {
        mark(null, null);
        actions.deselect();
    }

    /// Selects a member and opens the inspector on it.
    void inspect(String newMember) {
        mark(newMember, null);
        actions.inspect(newMember);
    }

    void inspect(InstanceKey newInstance) {
        mark(null, newInstance);
        actions.inspect(newInstance);
    }
}
