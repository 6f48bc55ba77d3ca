package dev.pileus.domain.members;

import dev.pileus.api.ApiException;
import dev.pileus.database.Database;
import dev.pileus.database.Decision;

/// A member's way into maintenance and back (CONTRACT 11); moving its instances is not done here.
public final class MaintenanceService {
    private final Database database;

    public MaintenanceService(Database database) {
        this.database = database;
    }

    /// From now on nothing new is placed on the member.
    public void beginEvacuation(String name) {
        change(name, MemberPhase.EVACUATING);
    }

    public void evacuated(String name) {
        change(name, MemberPhase.EVACUATED);
    }

    public void beginRestore(String name) {
        change(name, MemberPhase.RESTORING);
    }

    /// The member is a member like any other: after a restore, or an evacuation that failed.
    public void available(String name) {
        change(name, MemberPhase.CREATED);
    }

    private void change(String name, MemberPhase next) {
        database.decide(reader -> {
            var member =
                    MembersRepository.all(reader).stream()
                            .filter(other -> other.name().equals(name))
                            .findFirst()
                            .orElseThrow(() -> new ApiException(404, "Cluster member not found"));
            check(member.phase(), next);
            return member.phase() == next
                    ? Decision.unchanged(name)
                    : new Decision<>(MembersRepository.phase(member, next), name);
        });
    }

    private static void check(MemberPhase now, MemberPhase next) {
        if (now == MemberPhase.PENDING) {
            throw new ApiException(400, "Cannot evacuate or restore a pending cluster member");
        }
        if (next == MemberPhase.EVACUATING && now != MemberPhase.CREATED) {
            throw new ApiException(400, "Cluster member is already evacuated");
        }
        if (next == MemberPhase.RESTORING && now != MemberPhase.EVACUATED) {
            throw new ApiException(400, "Cluster member is already restored");
        }
    }
}
