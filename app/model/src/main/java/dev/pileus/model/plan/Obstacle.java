package dev.pileus.model.plan;

import dev.pileus.model.store.InstanceKey;
import java.util.List;

/// Why a plan cannot run.
public sealed interface Obstacle {
    record NotClustered() implements Obstacle {}

    record UnknownMember(String member) implements Obstacle {}

    /// The console has no connection.
    record Disconnected(String reason) implements Obstacle {}

    /// The request is executed by the member itself, so it must answer.
    record MemberOffline(String member) implements Obstacle {}

    record AlreadyEvacuated(String member) implements Obstacle {}

    /// Restore: there is nothing to restore.
    record NotEvacuated(String member) implements Obstacle {}

    /// The member is being evacuated or restored right now.
    record Underway(String member) implements Obstacle {}

    /// This server allows one evacuation at a time.
    record AnotherEvacuation(String member) implements Obstacle {}

    record EvacuationModeNotOffered(EvacuationMode mode) implements Obstacle {}

    record RestoreModeNotOffered(RestoreMode mode) implements Obstacle {}

    /// The only member of a cluster can only stop its instances.
    record SingleMemberCannotMove(EvacuationMode mode) implements Obstacle {}

    /// Nothing can be changed without a quorum.
    record QuorumLost(Quorum quorum) implements Obstacle {}

    /// This server refuses to evacuate a voter that the database cannot spare.
    record VoterNeeded(Quorum quorum) implements Obstacle {}

    /// The daemon of this server crashes over these instances: they have a disk from a path of the
    /// host, and no `cluster.evacuate` that keeps the server from looking at it.
    record DaemonWouldCrash(List<InstanceKey> instances) implements Obstacle {
        public DaemonWouldCrash {
            instances = List.copyOf(instances);
        }
    }
}
