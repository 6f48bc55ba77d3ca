package dev.pileus.client;

import dev.pileus.api.Cluster;
import dev.pileus.api.Product;
import java.util.LinkedHashMap;
import java.util.Map;

/// `/1.0/cluster`: whether a server is clustered, and becoming so.
public final class ClusterCalls {
    private static final String PASSWORD = "cluster_password";
    private static final String TOKEN_EXTENSION = "explicit_trust_token";

    private final Calls calls;

    ClusterCalls(Calls calls) {
        this.calls = calls;
    }

    public Cluster get() {
        return calls.send(cluster("GET")).as(Cluster.class);
    }

    /// Makes a standalone server the first member of a new cluster. It needs a concrete address to
    /// listen on, and presents another certificate afterwards.
    public Accepted bootstrap(String memberName) {
        var content = Map.of("server_name", memberName, "enabled", true);
        return calls.send(cluster("PUT").body(content)).accepted();
    }

    /// Has this standalone server join a cluster. It loses its own pools and networks, and presents
    /// the cluster's certificate afterwards.
    public Accepted join(ClusterJoin join) {
        return join(join, secretField());
    }

    /// The same with the cluster's password instead of a token.
    public Accepted joinWithPassword(ClusterJoin join) {
        return join(join, PASSWORD);
    }

    private Accepted join(ClusterJoin join, String secretField) {
        var content = new LinkedHashMap<String, Object>();
        content.put("server_name", join.memberName());
        content.put("enabled", true);
        content.put("server_address", join.serverAddress());
        content.put("cluster_address", join.clusterAddress());
        content.put("cluster_certificate", join.clusterCertificate());
        content.put(secretField, join.secret());
        content.put("member_config", join.memberConfig());
        return calls.send(cluster("PUT").body(content)).accepted();
    }

    /// Gives all members another certificate, which they present at once. A certificate that does
    /// not cover the members' addresses takes the cluster apart: check before.
    ///
    /// @param certificate PEM
    /// @param key PEM of its private key
    public void replaceCertificate(String certificate, String key) {
        var content = Map.of("cluster_certificate", certificate, "cluster_certificate_key", key);
        calls.change(Request.of("PUT", "cluster", "certificate").body(content));
    }

    /// LXD before `explicit_trust_token` takes tokens in the field for passwords.
    private String secretField() {
        var server = new ServerCalls(calls).get();
        return server.product() == Product.LXD && !server.has(TOKEN_EXTENSION)
                ? PASSWORD
                : "cluster_token";
    }

    private static Request cluster(String method) {
        return Request.of(method, "cluster");
    }
}
