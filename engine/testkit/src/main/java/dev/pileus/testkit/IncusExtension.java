package dev.pileus.testkit;

/// What stands behind [RealIncus].
final class IncusExtension extends PeerExtension<IncusCluster> {
    IncusExtension() {
        super(Peer.INCUS, IncusCluster.class, 3, IncusCluster::start);
    }
}
