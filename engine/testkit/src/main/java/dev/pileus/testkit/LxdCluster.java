package dev.pileus.testkit;

import java.util.LinkedHashMap;
import java.util.Map;

/// A cluster of real LXD daemons.
public final class LxdCluster extends RealCluster {
    /// `core.trust_password` unless the options set another one.
    public static final String TRUST_PASSWORD = "pileus-testkit";

    private LxdCluster(ClusterOptions options) {
        super(Peer.LXD, options);
    }

    /// Two members `m1` and `m2`.
    public static LxdCluster start() {
        return start(ClusterOptions.size(2));
    }

    /// Starts a cluster as wanted.
    ///
    /// @throws IllegalStateException when LXD cannot run here, saying why
    public static LxdCluster start(ClusterOptions options) {
        var cluster = new LxdCluster(options);
        cluster.form();
        return cluster;
    }

    /// Runs `lxc` against the first member that is up.
    ///
    /// @return what it printed
    /// @throws CommandFailedException when it fails, with its standard error
    public String lxc(String... arguments) {
        return client(arguments);
    }

    @Override
    Map<String, String> serverConfig(Map<String, String> wanted) {
        var config = new LinkedHashMap<String, String>(wanted);
        config.putIfAbsent("core.trust_password", TRUST_PASSWORD);
        return config;
    }

    @Override
    public String issueTrustToken(String clientName) {
        return lastLine(client("config", "trust", "add", "--name", clientName));
    }
}
