package dev.pileus.domain.evacuation;

import dev.pileus.api.Instance;
import dev.pileus.domain.placement.Candidate;
import dev.pileus.domain.placement.Placement;
import java.util.ArrayList;
import java.util.List;

/// Decides what becomes of the instances of a member, all at once, so that each knows of the places
/// which the others take. Knows nothing but what it is given.
final class EvacuationPlan {
    private EvacuationPlan() {}

    /// Plans.
    ///
    /// @param candidates all members, in the order that decides between equals
    /// @param asked of the whole evacuation
    static List<Step> of(
            List<Resident> residents, List<Candidate> candidates, EvacuationMode asked) {
        var room = new ArrayList<>(candidates);
        return residents.stream()
                .map(resident -> new Step(resident.instance(), fate(resident, room, asked)))
                .toList();
    }

    private static Fate fate(Resident resident, List<Candidate> room, EvacuationMode asked) {
        var own = EvacuationMode.of(resident.instance().setting(Instance.EVACUATE));
        var mode = EvacuationMode.of(asked, own, resident.movable());
        if (!mode.moves()) {
            return resident.up()
                    ? new Fate.Stopped(mode == EvacuationMode.FORCE_STOP)
                    : new Fate.LeftAlone();
        }
        var target = Placement.best(room, resident.need());
        if (target.isEmpty()) {
            return resident.up() ? new Fate.Stranded() : new Fate.LeftAlone();
        }
        room.replaceAll(candidate ->
                candidate.id() == target.get().id() ? candidate.withOneMore() : candidate);
        return new Fate.Moved(target.get());
    }
}
