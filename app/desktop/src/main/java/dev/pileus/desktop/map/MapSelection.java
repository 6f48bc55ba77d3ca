package dev.pileus.desktop.map;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// The marked member. It is the window's selection as well: keys and inspector are always about the
/// card that is marked.
final class MapSelection {
    private final MapActions actions;
    private final Runnable changed;
    private @Nullable String member;

    MapSelection(MapActions actions, Runnable changed) {
        this.actions = actions;
        this.changed = changed;
    }

    @Nullable String member() {
        return member;
    }

    /// Marks what was selected elsewhere; null: no member.
    void mark(@Nullable String newMember) {
        if (!Objects.equals(newMember, member)) {
            member = newMember;
            changed.run();
        }
    }

    void select(String newMember) {
        mark(newMember);
        actions.select(newMember);
    }

    void clear() {
        mark(null);
        actions.deselect();
    }

    /// Selects a member and opens the inspector on it.
    void inspect(String newMember) {
        mark(newMember);
        actions.inspect(newMember);
    }
}
