package dev.pileus.cli.init;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import dev.pileus.cli.CommandException;
import dev.pileus.client.ClientSettings;
import dev.pileus.client.ServerClient;
import dev.pileus.server.Daemon;
import dev.pileus.server.DaemonOptions;
import dev.pileus.testkit.Ports;
import dev.pileus.trust.ClientCertificates;
import dev.pileus.trust.PemCertificates;
import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InitIT {
    @TempDir Path folder;
    private Daemon daemon;
    private ServerClient member;

    @BeforeEach
    void start() throws IOException {
        daemon = Daemon.start(DaemonOptions.in(folder.resolve("m1")));
        member = ServerClient.open(ClientSettings.unix(daemon.socket()));
    }

    @AfterEach
    void stop() {
        member.close();
        daemon.close();
    }

    @Test
    void makesEverythingThatAPreseedNames() {
        run(
                """
                config: {user.foo: bar}
                projects:
                - {name: web, config: {features.networks: true}}
                storage_pools:
                - {name: fast, driver: dir, description: quick}
                networks:
                - {name: nbr0, project: web, config: {ipv4.address: none, ipv6.address: none}}
                profiles:
                - {name: default, devices: {root: {type: disk, path: /, pool: fast}}}
                - {name: extra, project: web, config: {user.x: 10}}
                """);
        assertThat(member.server().get().config()).contains(entry("user.foo", "bar"));
        assertThat(member.storagePools().get("fast").value().description()).isEqualTo("quick");
        assertThat(member.networks().list("web"))
                .anyMatch(network -> network.name().equals("nbr0") && network.managed());
        assertThat(member.profiles().list("default").getFirst().devices().get("root"))
                .contains(entry("pool", "fast"));
        assertThat(member.profiles().list("web")).extracting("name").contains("extra");
    }

    @Test
    void canBeRepeated() {
        var preseed =
                """
                storage_pools: [{name: fast, driver: dir}]
                profiles: [{name: extra, config: {user.x: 10}}]
                """;
        run(preseed);
        run(preseed);
        run("storage_pools: [{name: fast, driver: dir, config: {user.a: b}}]");
        assertThat(member.storagePools().get("fast").value().config())
                .contains(entry("user.a", "b"));
    }

    @Test
    void makesVolumesTrustAndGroups() {
        var address = "127.0.0.1:" + Ports.free();
        var friend =
                new ClientCertificates(InstantSource.system(), new SecureRandom()).create("friend");
        var pem = PemCertificates.text(friend.chain()).replace("\n", "\n    ");
        var preseed =
                """
                config: {core.https_address: "%s"}
                storage_pools: [{name: fast, driver: dir}]
                storage_volumes:
                - {name: v1, pool: fast, config: {user.a: b}}
                certificates:
                - name: friend
                  type: client
                  certificate: |
                    %s
                cluster_groups: [{name: gpu, description: with cards}]
                """
                        .formatted(address, pem);
        run(preseed + "cluster: {enabled: true, server_name: m1}\n");
        run(preseed);
        assertThat(member.volumes().list("default", "fast").getFirst().config())
                .contains(entry("user.a", "b"));
        assertThat(member.certificates().list()).extracting("name").contains("friend");
        assertThat(member.groups().get("gpu").value().description()).isEqualTo("with cards");
        var dump = Dump.of(member);
        assertThat(dump.storageVolumes()).extracting("name").containsExactly("v1");
        assertThat(dump.certificates()).extracting("name").containsExactly("friend");
        assertThat(dump.clusterGroups()).extracting("name").contains("gpu");
        assertThatThrownBy(() -> run("certificates: [{name: x, type: client, certificate: y}]"))
                .hasMessageContaining("cannot trust certificate x: it is no certificate in PEM");
    }

    @Test
    void groupsWithoutAClusterAreRefusedBeforeAnythingIsDone() {
        assertThatThrownBy(() ->
                        run(
                                """
                                config: {user.early: bird}
                                cluster_groups: [{name: default}]
                                """))
                .isInstanceOf(CommandException.class)
                .hasMessageContaining("cluster_groups need a cluster");
        assertThat(member.server().get().config()).doesNotContainKey("user.early");
    }

    @Test
    void tellsWhatWasDoneAndWhatWasNot() {
        assertThatThrownBy(() ->
                        run(
                                """
                                config: {user.foo: bar}
                                storage_pools: [{name: bad, driver: dir, config: {source: /nonexist}}]
                                profiles: [{name: extra}]
                                """))
                .isInstanceOf(CommandException.class)
                .hasMessage(
                        """
                        cannot set up storage pool bad: Source path '/nonexist' doesn't exist
                          Done before, and left as it is: set the configuration
                          Not tried: set up profile extra\
                        """);
        assertThat(member.server().get().config()).contains(entry("user.foo", "bar"));
        assertThat(member.profiles().list("default")).hasSize(1);
    }

    @Test
    void writesAPreseedThatMakesTheSame() throws IOException {
        run(
                """
                projects: [{name: web, config: {features.networks: true}}]
                storage_pools: [{name: fast, driver: dir, config: {user.a: b}}]
                networks: [{name: nbr0, project: web}]
                profiles: [{name: extra, project: web, devices: {d: {type: none}}}]
                """);
        var dump = Dump.of(member);
        var text = PreseedFormat.write(dump).replace(folder.resolve("m1").toString(), "");
        try (var other = Daemon.start(DaemonOptions.in(folder.resolve("m2")));
                var fresh = ServerClient.open(ClientSettings.unix(other.socket()))) {
            var preseed =
                    PreseedFormat.read(text.replace("source: /storage-pools/fast", "user.b: c"));
            new PreseedRun(fresh, preseed).run();
            var copy = Dump.of(fresh);
            assertThat(copy.networks()).isEqualTo(dump.networks());
            assertThat(copy.profiles()).isEqualTo(dump.profiles());
            assertThat(copy.projects()).isEqualTo(dump.projects());
        }
    }

    @Test
    void refusesToBringObjectsIntoACluster() {
        assertThatThrownBy(() ->
                        run(
                                """
                                storage_pools: [{name: fast, driver: dir}]
                                cluster: {enabled: true, cluster_address: "127.0.0.1:1"}
                                """))
                .isInstanceOf(CommandException.class)
                .hasMessageContaining("come from the cluster that is joined");
        assertThat(member.storagePools().list()).isEmpty();
    }

    private void run(String preseed) {
        new PreseedRun(member, PreseedFormat.read(preseed)).run();
    }
}
