package dev.pileus.testkit;

/// A cluster of real Incus daemons.
public final class IncusCluster extends RealCluster {
    private IncusCluster(ClusterOptions options) {
        super(Peer.INCUS, options);
    }

    /// Three members `m1` to `m3`.
    public static IncusCluster start() {
        return start(ClusterOptions.size(3));
    }

    /// Starts a cluster as wanted.
    ///
    /// @throws IllegalStateException when Incus cannot run here, saying why
    public static IncusCluster start(ClusterOptions options) {
        var cluster = new IncusCluster(options);
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
