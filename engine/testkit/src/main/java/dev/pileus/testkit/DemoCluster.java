package dev.pileus.testkit;

import java.util.List;

/// A cluster to look at: `DemoCluster` starts three members of Incus (`--lxd`: two of LXD) with six
/// running containers, says where they are, and takes everything away when it is ended by Ctrl-C or
/// SIGTERM.
public final class DemoCluster {
    private static final List<String> CONTAINERS =
            List.of("web-1", "web-2", "db-1", "db-2", "cache-1", "build-1");

    private DemoCluster() {}

    public static void main(String[] arguments) throws InterruptedException {
        var peer = List.of(arguments).contains("--lxd") ? Peer.LXD : Peer.INCUS;
        var missing = peer.missing();
        if (missing.isPresent()) {
            System.err.println(missing.get());
            System.exit(1);
        }
        var cluster = start(peer);
        var members = cluster.members();
        for (int i = 0; i < CONTAINERS.size(); i++) {
            cluster.launch(CONTAINERS.get(i), members.get(i % members.size()).name());
        }
        System.out.print(describe(peer, cluster));
        Thread.currentThread().join();
    }

    private static RealCluster start(Peer peer) {
        return switch (peer) {
            case INCUS ->
                    IncusCluster.start(
                            ClusterOptions.size(3)
                                    .failureDomain("m1", "rack-a")
                                    .failureDomain("m2", "rack-b")
                                    .failureDomain("m3", "rack-c")
                                    .group("gpu", "m3"));
            case PILEUS -> throw new IllegalArgumentException("./pileus sandbox up shows our own");
            case LXD ->
                    LxdCluster.start(
                            ClusterOptions.size(2)
                                    .failureDomain("m1", "rack-a")
                                    .failureDomain("m2", "rack-b")
                                    .group("gpu", "m2"));
        };
    }

    private static String describe(Peer peer, RealCluster cluster) {
        var text = new StringBuilder();
        for (var member : cluster.members()) {
            text.append(
                    "%s  %s  unix:%s%n"
                            .formatted(member.name(), member.address(), member.socket()));
        }
        text.append("fingerprint  %s%n".formatted(cluster.fingerprint()));
        text.append("trust token  %s%n".formatted(cluster.issueTrustToken("console")));
        text.append(
                "%s is up in %s with %d containers; Ctrl-C ends it.%n"
                        .formatted(peer.title(), cluster.root(), CONTAINERS.size()));
        return text.toString();
    }
}
