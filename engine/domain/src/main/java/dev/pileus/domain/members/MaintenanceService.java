package dev.pileus.domain.members;

import dev.pileus.api.ApiException;
import dev.pileus.database.Database;
import dev.pileus.database.Decision;
import dev.pileus.database.Reader;
import java.util.function.Consumer;

/// A member's way into maintenance and back (CONTRACT 11). Its instances are the concern of
/// `evacuation`; two evacuations of one member do not run at a time.
public final class MaintenanceService {
    private final Database database;

    public MaintenanceService(Database database) {
        this.database = database;
    }

    /// From now on nothing new is placed on the member. What broke off before goes on.
    public void beginEvacuation(String name) {
        change(
                name,
                MemberPhase.EVACUATING,
                now -> {
                    if (now == MemberPhase.EVACUATED) {
                        throw new ApiException(400, "Cluster member is already evacuated");
                    }
                });
    }

    public void evacuated(String name) {
        change(name, MemberPhase.EVACUATED, now -> {});
    }

    /// Also goes on with what broke off before.
    ///
    /// @param displaced whether instances of the member are elsewhere, although it is available:
    ///   its evacuation has failed
    public void beginRestore(String name, boolean displaced) {
        change(
                name,
                MemberPhase.RESTORING,
                now -> {
                    if (now == MemberPhase.CREATED && !displaced) {
                        throw new ApiException(400, "Cluster member is already restored");
                    }
                });
    }

    /// The member is a member like any other: after a restore, or an evacuation that failed.
    public void available(String name) {
        change(name, MemberPhase.CREATED, now -> {});
    }

    /// Nothing is under way any more on a member that has just started.
    public void settle(String name) {
        database.decide(reader -> {
            var member = find(reader, name);
            return switch (member.phase()) {
                case EVACUATING ->
                        new Decision<>(MembersRepository.phase(member, MemberPhase.CREATED), name);
                case RESTORING ->
                        new Decision<>(
                                MembersRepository.phase(member, MemberPhase.EVACUATED), name);
                case CREATED, PENDING, EVACUATED -> Decision.unchanged(name);
            };
        });
    }

    private void change(String name, MemberPhase next, Consumer<MemberPhase> check) {
        database.decide(reader -> {
            var member = find(reader, name);
            if (member.phase() == MemberPhase.PENDING) {
                throw new ApiException(400, "Cannot evacuate or restore a pending cluster member");
            }
            check.accept(member.phase());
            return member.phase() == next
                    ? Decision.unchanged(name)
                    : new Decision<>(MembersRepository.phase(member, next), name);
        });
    }

    private static Member find(Reader reader, String name) {
        return MembersRepository.all(reader).stream()
                .filter(other -> other.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new ApiException(404, "Cluster member not found"));
    }
}
