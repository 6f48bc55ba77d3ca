package dev.pileus.testkit;

/// A cluster of our own engine, each member a process, formed by the stock client of Incus.
public final class PileusCluster extends RealCluster {
    private PileusCluster(ClusterOptions options) {
        super(Peer.PILEUS, options);
    }

    /// Three members `m1` to `m3`.
    public static PileusCluster start() {
        return start(ClusterOptions.size(3));
    }

    /// Starts a cluster as wanted.
    ///
    /// @throws IllegalStateException when the engine cannot run here, saying why
    public static PileusCluster start(ClusterOptions options) {
        var cluster = new PileusCluster(options);
        cluster.form();
        return cluster;
    }

    /// Runs `incus` against the first member that is up.
    ///
    /// @return what it printed
    /// @throws CommandFailedException when it fails, with its standard error
    public String incus(String... arguments) {
        return client(arguments);
    }

    @Override
    public String issueTrustToken(String clientName) {
        return lastLine(client("config", "trust", "add", clientName));
    }
}
