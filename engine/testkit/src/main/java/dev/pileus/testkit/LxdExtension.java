package dev.pileus.testkit;

/// What stands behind [RealLxd].
final class LxdExtension extends PeerExtension<LxdCluster> {
    LxdExtension() {
        super(Peer.LXD, LxdCluster.class, 2, LxdCluster::start);
    }
}
