package dev.pileus.desktop.map;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Which member is selected. Selecting shows it in the inspector.
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

    /// Marks a member without opening the inspector; null: none.
    void select(@Nullable String newMember) {
        if (!Objects.equals(newMember, member)) {
            member = newMember;
            changed.run();
        }
    }

    void inspect(String newMember) {
        select(newMember);
        actions.inspect(newMember);
    }
}
