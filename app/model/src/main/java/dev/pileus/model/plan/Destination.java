package dev.pileus.model.plan;

import java.util.List;

/// Where an instance is after the evacuation.
public sealed interface Destination {
    record MovesTo(String member) implements Destination {}

    /// The server decides between equals in a way that cannot be foreseen.
    ///
    /// @param members at least two, in the server's order
    record OneOf(List<String> members) implements Destination {
        public OneOf {
            members = List.copyOf(members);
        }
    }

    /// It is stopped in place.
    record StaysHere() implements Destination {}

    /// It should move, but nobody can take it.
    ///
    /// @param misfits why each other member cannot, in the server's order; empty when there is none
    record NoMemberFits(List<Misfit> misfits) implements Destination {
        public NoMemberFits {
            misfits = List.copyOf(misfits);
        }
    }

    /// The server gives up before it comes to this instance.
    record NotReached() implements Destination {}

    record NotPredictable(Cause cause) implements Destination {}

    /// Why another member cannot take the instance.
    ///
    /// @param detail the group or architecture meant, else empty
    record Misfit(String member, Obstruction obstruction, String detail) {}

    /// What speaks against a member as a target.
    enum Obstruction {
        OFFLINE,
        /// Evacuated, or on the way there or back.
        IN_MAINTENANCE,
        /// `scheduler.instance=manual`: takes only what is sent there by name.
        MANUAL_ONLY,
        /// `scheduler.instance=group`: takes only what is placed by one of its groups.
        GROUP_ONLY,
        /// Outside the group that the instance was placed by.
        OUTSIDE_GROUP,
        ARCHITECTURE
    }

    /// Why nobody can foresee the target.
    enum Cause {
        /// `instances.placement.scriptlet` is set.
        PLACEMENT_SCRIPTLET,
        /// LXD's `placement.group` has its own rules.
        PLACEMENT_GROUP,
        /// It depends on a disk of which the console does not know whether its pool is shared.
        POOL_KIND
    }
}
