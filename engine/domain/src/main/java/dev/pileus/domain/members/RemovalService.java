package dev.pileus.domain.members;

import dev.pileus.api.ApiException;
import dev.pileus.database.Batch;
import dev.pileus.database.Database;
import dev.pileus.database.Decision;
import dev.pileus.database.Reader;
import java.util.List;

/// Removes members (CONTRACT 9.4): first look, then take the member's roles away, then delete it.
public final class RemovalService {
    private final Database database;
    private final List<MemberBelongings> belongings;

    public RemovalService(Database database, List<MemberBelongings> belongings) {
        this.database = database;
        this.belongings = List.copyOf(belongings);
    }

    /// Refuses a removal that must not be, before anything has been changed.
    ///
    /// @param force whatever lies on the member is lost with it; the last member stays all the same
    public Member check(String name, boolean force) {
        if (!force) {
            database.readLatest(reader -> MembersRepository.find(reader, name))
                    .ifPresent(member -> belongings.forEach(owner -> owner.rescue(member)));
        }
        return database.readLatest(reader -> removable(reader, name, force));
    }

    /// Deletes the member and what belongs to it.
    public void remove(String name, boolean force) {
        database.decide(reader -> {
            var member = removable(reader, name, force);
            var batch = Batch.builder();
            belongings.forEach(owner -> batch.add(owner.depart(reader, member)));
            batch.add(MembersRepository.delete(member));
            return new Decision<>(batch.build(), name);
        });
    }

    private Member removable(Reader reader, String name, boolean force) {
        if (!MembersRepository.isClustered(reader)) {
            throw new ApiException(400, "Server is not clustered");
        }
        var member =
                MembersRepository.find(reader, name)
                        .orElseThrow(() -> new ApiException(404, "Cluster member not found"));
        if (!force) {
            demandEmpty(reader, member);
        }
        if (MembersRepository.accepted(reader).size() == 1) {
            throw new ApiException(400, "Member is the only member in the cluster");
        }
        return member;
    }

    private void demandEmpty(Reader reader, Member member) {
        for (var owner : belongings) {
            owner.remains(reader, member.id())
                    .ifPresent(what -> {
                        throw new ApiException(400, "Node still has the following " + what);
                    });
        }
    }
}
