package dev.pileus.server.instances;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.pileus.testkit.Command;
import dev.pileus.testkit.PileusCluster;
import dev.pileus.testkit.RealContainers;
import dev.pileus.testkit.RealPileus;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Containers reach each other, and the host, over the networks of their cluster. All members of
/// this one live on the same host: they share its bridges.
@RealPileus
@RealContainers
class NetworksOfInstancesIT {
    private static final List<String> MEMBERS = List.of("m1", "m2", "m3");
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    /// What a distribution's image brings along.
    private static final String SETTING_UP =
            """
            #!/bin/sh
            [ "$1" = bound ] || exit 0
            busybox ip address add $ip/$mask dev $interface
            busybox ip route add default via $router
            echo nameserver $dns > /etc/resolv.conf
            """;

    @Test
    void instancesGetAddressesAndNames(PileusCluster cluster) {
        define(
                cluster,
                "pltbr0",
                "ipv4.address=10.211.7.1/24",
                "ipv4.nat=true",
                "ipv6.address=fd42:211:7::1/64");
        try {
            launch(cluster, "n1", "m1", "pltbr0");
            launch(cluster, "n2", "m2", "pltbr0");
            takeAddress(cluster, "n1");
            takeAddress(cluster, "n2");
            assertThat(address(cluster, "n1")).startsWith("10.211.7.");
            await().atMost(PATIENCE)
                    .untilAsserted(() ->
                            assertThat(cluster.client("list", "n1", "-f", "csv", "-c", "6"))
                                    .contains("fd42:211:7:"));
            assertThat(cluster.client("exec", "n2", "--", "busybox", "ping", "-c", "1", "n1"))
                    .contains("bytes from " + address(cluster, "n1"));
            for (var member : MEMBERS) {
                assertThat(
                                cluster.clientAt(
                                        member, "network", "list-leases", "pltbr0", "-f", "csv"))
                        .contains("n1,", address(cluster, "n1"), "n2,", address(cluster, "n2"));
            }
            assertThat(rules()).contains("ip saddr 10.211.7.0/24 ip daddr != 10.211.7.0/24 masq");

            // the member that serves the bridge is gone for a while: what is up goes on
            cluster.killDaemon("m1");
            cluster.startDaemon("m1");
            cluster.awaitOnline();
            assertThat(cluster.client("exec", "n2", "--", "busybox", "ping", "-c", "1", "n1"))
                    .contains("bytes from");

            cluster.client("network", "set", "pltbr0", "ipv4.address=10.211.8.1/24");
            await().atMost(PATIENCE)
                    .untilAsserted(() ->
                            assertThat(cluster.client("network", "info", "pltbr0"))
                                    .contains("10.211.8.1")
                                    .doesNotContain("10.211.7.1"));
        } finally {
            cluster.tidy();
            cluster.client("network", "delete", "pltbr0");
        }
        await().atMost(PATIENCE).until(() -> Files.notExists(link("pltbr0")));
        assertThat(rules()).doesNotContain("pltbr0");
        assertThat(ProcessHandle.allProcesses())
                .noneMatch(process ->
                        process.info().commandLine().orElse("").contains("networks/pltbr0/"));
    }

    @Test
    void aBridgeOfTheAdminIsUsedAsItIs(PileusCluster cluster) {
        Command.of("ip", "link", "add", "name", "pltbr1", "type", "bridge").output();
        try {
            define(cluster, "pltbr1", "ipv4.address=10.211.9.1/24", "ipv6.address=none");
            launch(cluster, "n3", "m3", "pltbr1");
            assertThat(Command.of("ip", "-brief", "address", "show", "pltbr1").output())
                    .doesNotContain("10.211.9.1");
            assertThat(link("pltbr1").resolve("brif")).isNotEmptyDirectory();
            cluster.tidy();
            cluster.client("network", "delete", "pltbr1");
            assertThat(link("pltbr1")).exists();
        } finally {
            Command.of("ip", "link", "delete", "pltbr1").output();
        }
    }

    private static void define(PileusCluster cluster, String network, String... config) {
        for (var member : MEMBERS) {
            cluster.client("network", "create", network, "--target", member);
        }
        var words = new String[config.length + 3];
        List.of("network", "create", network).toArray(words);
        System.arraycopy(config, 0, words, 3, config.length);
        cluster.client(words);
    }

    private static void launch(PileusCluster cluster, String name, String member, String network) {
        cluster.client(
                "launch", PileusCluster.IMAGE, name, "-q", "--target", member, "-n", network);
    }

    private static void takeAddress(PileusCluster cluster, String name) {
        var member = cluster.client("list", name, "-f", "csv", "-c", "L");
        var script =
                cluster.member(member)
                        .stateDir()
                        .resolve("storage-pools/default/containers/" + name)
                        .resolve("rootfs/etc/network.sh");
        Command.of("tee", script.toString()).reading(SETTING_UP).output();
        Command.of("chmod", "755", script.toString()).output();
        cluster.client(
                "exec",
                name,
                "--",
                "busybox",
                "udhcpc",
                "-n",
                "-q",
                "-i",
                "eth0",
                "-s",
                "/etc/network.sh",
                "-x",
                "hostname:" + name);
    }

    private static String address(PileusCluster cluster, String name) {
        return cluster.client("list", name, "-f", "csv", "-c", "4").split(" ", 2)[0];
    }

    private static String rules() {
        return Command.of("nft", "list", "ruleset").output();
    }

    private static Path link(String name) {
        return Path.of("/sys/class/net", name);
    }
}
