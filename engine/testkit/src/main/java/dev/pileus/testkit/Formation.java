package dev.pileus.testkit;

import dev.pileus.api.Json;
import dev.pileus.api.MemberUpdate;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/// How started daemons become the cluster that was asked for.
record Formation(RealCluster cluster, ClusterOptions options) {
    void run() throws IOException {
        Files.createDirectories(cluster.root().resolve("templates/common.conf.d"));
        var image =
                cluster.runsInstances()
                        ? CompletableFuture.supplyAsync(() -> GuestImage.write(cluster.root()))
                        : null;
        cluster.startDaemons();
        bootstrap();
        joinOthers();
        describeMembers();
        if (image != null) {
            var file = image.join().toString();
            cluster.client("image", "import", file, "--alias", RealCluster.IMAGE);
        }
        cluster.awaitOnline();
    }

    private void bootstrap() {
        var first = cluster.members().getFirst();
        cluster.init(first, Preseed.bootstrap(first));
        var config = cluster.serverConfig(options.serverConfig());
        send("PATCH", "/1.0", Map.of("config", config));
    }

    /// One after the other: the peers accept only one newcomer at a time.
    private void joinOthers() {
        for (var member : cluster.members().subList(1, options.members().size())) {
            cluster.init(member, Preseed.join(member, cluster.joinToken(member.name())));
        }
    }

    private void describeMembers() {
        for (var group : options.groups().keySet()) {
            send("POST", "/1.0/cluster/groups", Map.of("name", group, "members", List.of()));
        }
        for (var member : cluster.clusterMembers()) {
            var name = member.serverName();
            var domain = options.failureDomains().getOrDefault(name, member.failureDomain());
            var update =
                    new MemberUpdate(
                            member.roles(),
                            domain,
                            member.description(),
                            member.config(),
                            options.groupsOf(name));
            if (!update.equals(member.writable())) {
                send("PUT", "/1.0/cluster/members/" + name, update);
            }
        }
    }

    private void send(String method, String path, Object body) {
        cluster.client("query", "-X", method, path, "-d", Json.mapper().writeValueAsString(body));
    }
}
