package dev.pileus.client;

import dev.pileus.api.Product;
import dev.pileus.testkit.Own;
import dev.pileus.testkit.PileusCluster;
import dev.pileus.testkit.RealContainers;
import dev.pileus.testkit.RealPileus;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/// What the client's tests ask of Incus and LXD, asked of our engine.
class EngineContractIT {
    @Nested
    @RealPileus
    class Events extends EventStreamIT.Contract {
        Events(PileusCluster cluster) {
            super(cluster);
        }
    }

    @Nested
    @RealPileus
    class Groups extends GroupCallsIT.Contract {
        Groups(PileusCluster cluster) {
            super(cluster);
        }
    }

    @Nested
    @RealPileus
    @RealContainers
    class Instances extends InstanceCallsIT.Contract {
        Instances(PileusCluster cluster) {
            super(cluster);
        }
    }

    @Nested
    @RealPileus
    class Joins {
        @Test
        void leavesJoinsAndFounds(@Own({"m1", "m2"}) PileusCluster cluster) {
            JoinIT.leavesJoinsAndFounds(cluster);
        }
    }

    @Nested
    @RealPileus
    class JoinTokens extends JoinTokenCallsIT.Contract {
        JoinTokens(PileusCluster cluster) {
            super(cluster);
        }
    }

    @Nested
    @RealPileus
    class Members extends MemberCallsIT.Contract {
        Members(PileusCluster cluster) {
            super(cluster);
        }
    }

    /// Where containers cannot run, the others are asked all the same.
    @Nested
    @RealPileus
    @RealContainers
    class MembersWithInstances extends MemberCallsIT.WithInstances {
        MembersWithInstances(PileusCluster cluster) {
            super(cluster);
        }
    }

    @Nested
    @RealPileus
    class Servers extends ServerCallsIT.Contract {
        Servers(PileusCluster cluster) {
            super(cluster, Product.PILEUS);
        }
    }

    @Nested
    @RealPileus
    @RealContainers
    class ServersWithInstances extends ServerCallsIT.WithInstances {
        ServersWithInstances(PileusCluster cluster) {
            super(cluster, Product.PILEUS);
        }
    }

    @Nested
    @RealPileus
    class Settings extends SettingsIT.Contract {
        Settings(PileusCluster cluster) {
            super(cluster);
        }
    }

    @Nested
    @RealPileus
    class Trust extends TrustIT.Contract {
        Trust(PileusCluster cluster) {
            super(cluster);
        }
    }
}
