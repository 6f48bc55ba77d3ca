package dev.pileus.domain.members;

import dev.pileus.api.MemberConfigKey;
import dev.pileus.database.Batch;
import dev.pileus.database.Reader;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/// What another feature keeps for each member: pools, networks, instances, images, certificates.
/// Everything runs within a decision about the member.
public interface MemberBelongings {
    /// Keys whose value differs per member, with empty values (CONTRACT 8.1).
    default List<MemberConfigKey> keys(Reader reader) {
        return List.of();
    }

    /// Refuses a newcomer that cannot take its part, before anything has been changed.
    default void check(Reader reader, List<MemberConfigKey> values) {}

    /// Makes the newcomer's part on its own host; the cluster's database can be asked already, but
    /// the newcomer is no member yet.
    ///
    /// @param undo takes what has to be done if the join fails after all
    /// @return the values to be noted with the member
    default List<MemberConfigKey> prepare(List<MemberConfigKey> values, Consumer<Runnable> undo) {
        return List.of();
    }

    /// Removes this member's part from its host: it is about to leave.
    default void leave() {}

    /// What gives a newcomer its part.
    ///
    /// @param values the newcomer's own values; unknown ones are ignored, missing ones are empty
    default Batch arrive(Reader reader, long member, List<MemberConfigKey> values) {
        return Batch.empty();
    }

    /// Gives away what others can take over from a member that is about to be removed in order;
    /// outside of any decision.
    default void rescue(Member member) {}

    /// What forbids an orderly removal, such as `instances: i1, i2`.
    default Optional<String> remains(Reader reader, long member) {
        return Optional.empty();
    }

    /// What goes with a member besides rows that refer to it: those the tables drop themselves.
    default Batch depart(Reader reader, Member member) {
        return Batch.empty();
    }

    /// What follows a new name.
    default Batch renamed(Reader reader, Member member, String newName) {
        return Batch.empty();
    }
}
