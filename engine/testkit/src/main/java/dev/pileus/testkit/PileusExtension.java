package dev.pileus.testkit;

/// What stands behind [RealPileus].
final class PileusExtension extends PeerExtension<PileusCluster> {
    PileusExtension() {
        super(Peer.PILEUS, PileusCluster.class, 3, PileusCluster::start);
    }
}
