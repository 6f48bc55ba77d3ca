package dev.pileus.model.plan;

import dev.pileus.model.store.ClusterImage;
import dev.pileus.model.store.InstanceKey;
import java.util.List;

/// Whether a member's host may be rebooted (the lamp of the inspector).
///
/// @param grounds what speaks against it, or what will happen
/// @param quorum the database, should the member go down
public record SafeToReboot(Answer answer, List<Ground> grounds, QuorumForecast quorum) {
    public SafeToReboot {
        grounds = List.copyOf(grounds);
    }

    public enum Answer {
        NOW,
        AFTER_EVACUATION,
        /// Something is running that ends by itself.
        WAIT,
        NO
    }

    /// What speaks against a reboot, or happens with it.
    public sealed interface Ground {
        record RunningInstances(int count) implements Ground {}

        /// Work that runs on the member.
        ///
        /// @param description the server's own words, e.g. `Migrating instance`
        record RunningOperation(String description) implements Ground {}

        /// The member is being evacuated or restored.
        record Underway() implements Ground {}

        /// These stay on the member and are stopped by the evacuation.
        record StoppedMeanwhile(List<InstanceKey> instances) implements Ground {
            public StoppedMeanwhile {
                instances = List.copyOf(instances);
            }
        }

        /// The evacuation itself cannot run.
        record CannotBeEvacuated(List<Obstacle> obstacles) implements Ground {
            public CannotBeEvacuated {
                obstacles = List.copyOf(obstacles);
            }
        }

        /// An evacuation would not free the member of these: it fails, or leaves them running.
        record EvacuationFails(List<InstanceKey> instances) implements Ground {
            public EvacuationFails {
                instances = List.copyOf(instances);
            }
        }

        record QuorumWouldBeLost() implements Ground {}

        /// The database survives the reboot but nothing more during it.
        record NoVoterToSpare() implements Ground {}

        record QuorumUnknown() implements Ground {}

        /// The database's leader is there; it hands over at an orderly stop.
        record LeadershipMoves() implements Ground {}

        record MemberOffline() implements Ground {}

        /// The whole cluster is away meanwhile.
        record OnlyMember() implements Ground {}
    }

    public static SafeToReboot of(ClusterImage image, String member) {
        return RebootReader.read(image, member);
    }
}
