package dev.pileus.model.plan;

import dev.pileus.model.store.InstanceKey;
import java.util.List;

/// What the user should know before saying yes.
public sealed interface Caution {
    /// Instances that should move, but nobody can take them.
    ///
    /// @param rule what this server does then
    /// @param stoppedByFailure what ends stopped on the member and must be started by hand, under
    ///   [NoTargetRule#FAILS]
    record NoTarget(
            List<InstanceKey> instances, NoTargetRule rule, List<InstanceKey> stoppedByFailure)
            implements Caution {
        public NoTarget {
            instances = List.copyOf(instances);
            stoppedByFailure = List.copyOf(stoppedByFailure);
        }
    }

    /// Running instances that are stopped and stay on the member until it is restored.
    record Stops(List<InstanceKey> instances) implements Caution {
        public Stops {
            instances = List.copyOf(instances);
        }
    }

    /// Stopped instances that the server starts on their new member.
    record Starts(List<InstanceKey> instances) implements Caution {
        public Starts {
            instances = List.copyOf(instances);
        }
    }

    /// Running instances with which the server cannot do what is asked. It then gives up.
    record Refused(List<InstanceKey> instances, Refusal why) implements Caution {
        public Refused {
            instances = List.copyOf(instances);
        }
    }

    /// Why the server cannot.
    enum Refusal {
        /// Containers move live with CRIU only, which hardly any host has.
        LIVE_CONTAINER,
        /// Moving live and stopping with state need `migration.stateful`.
        NOT_STATEFUL
    }

    /// Nobody else is left that takes instances by itself.
    record LastOnlineMember() implements Caution {}

    /// The cluster has no other member at all.
    record SingleMember() implements Caution {}

    /// Other members are evacuated or being evacuated: targets are fewer, and their instances may
    /// be here.
    record OthersInMaintenance(List<String> members) implements Caution {
        public OthersInMaintenance {
            members = List.copyOf(members);
        }
    }

    /// Instances that came here from another evacuated member: restoring this member does not bring
    /// them back here, they belong to the other one.
    record OriginElsewhere(List<InstanceKey> instances, String origin) implements Caution {
        public OriginElsewhere {
            instances = List.copyOf(instances);
        }
    }

    /// The database has no voter to spare now, or will have none once the member is down.
    record WoundedQuorum(QuorumForecast quorum) implements Caution {}

    /// Some targets cannot be foreseen.
    record NotPredictable(List<InstanceKey> instances, Destination.Cause cause) implements Caution {
        public NotPredictable {
            instances = List.copyOf(instances);
        }
    }

    /// Part of what the plan is computed from could not be read or is old.
    record StaleImage() implements Caution {}

    /// Restore: the members that hold them do not answer, so these cannot come back and the restore
    /// will fail.
    record HolderOffline(List<InstanceKey> instances, String holder) implements Caution {
        public HolderOffline {
            instances = List.copyOf(instances);
        }
    }

    /// Restore with [RestoreMode#SKIP]: these stay where they are.
    record StayAway(List<InstanceKey> instances) implements Caution {
        public StayAway {
            instances = List.copyOf(instances);
        }
    }

    /// Restore: stopped by the evacuation of the member that holds them now; they come back
    /// stopped.
    record ComeBackStopped(List<InstanceKey> instances) implements Caution {
        public ComeBackStopped {
            instances = List.copyOf(instances);
        }
    }
}
