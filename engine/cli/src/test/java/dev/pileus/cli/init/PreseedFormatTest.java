package dev.pileus.cli.init;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import dev.pileus.cli.CommandException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PreseedFormatTest {
    @Test
    void readsEveryKey() {
        var preseed =
                PreseedFormat.read(
                        """
                        config:
                          core.https_address: 127.0.0.1:9663
                          images.auto_update_interval: 15
                          images.auto_update_cached: yes
                        networks:
                        - {name: br0, type: bridge, project: a, description: d, config: {ipv4.nat: true}}
                        storage_pools:
                        - name: local
                          driver: dir
                          description: ""
                          config: {}
                        profiles:
                        - name: default
                          devices: {root: {path: /, pool: local, type: disk}}
                        projects:
                        - {name: a, config: {features.networks: "true"}}
                        cluster:
                          server_name: b1
                          enabled: true
                          member_config:
                          - {entity: storage-pool, name: default, key: source, value: ""}
                          cluster_address: 10.0.0.1:8443
                          cluster_certificate: "-----BEGIN"
                          cluster_certificate_path: /x
                          server_address: 10.0.0.2:8443
                          cluster_token: abc
                          cluster_password: 1234
                        """);
        assertThat(preseed.config())
                .containsOnly(
                        entry("core.https_address", "127.0.0.1:9663"),
                        entry("images.auto_update_interval", "15"),
                        entry("images.auto_update_cached", "yes"));
        assertThat(preseed.networks().getFirst())
                .isEqualTo(
                        new Preseed.NetworkSeed(
                                "br0", "bridge", "a", "d", Map.of("ipv4.nat", "true")));
        assertThat(preseed.storagePools().getFirst().driver()).isEqualTo("dir");
        var profile = preseed.profiles().getFirst();
        assertThat(profile.project()).isEqualTo("default");
        assertThat(profile.devices().get("root")).contains(entry("pool", "local"));
        var cluster = requireNonNull(preseed.cluster());
        assertThat(cluster.enabled()).isTrue();
        assertThat(cluster.joins()).isTrue();
        assertThat(cluster.clusterPassword()).isEqualTo("1234");
        assertThat(cluster.memberConfig()).hasSize(1);
        assertThat(cluster).asString().doesNotContain("abc", "1234");
    }

    @Test
    void readsJsonAndEmptyParts() {
        assertThat(PreseedFormat.read("{\"config\":{\"user.a\":\"1\"},\"cluster\":null}").config())
                .containsOnly(entry("user.a", "1"));
        var sparse =
                PreseedFormat.read(
                        "storage_volumes: []\nconfig:\nnetworks: []\ncluster:\n  server_name: a\n");
        assertThat(sparse.config()).isEmpty();
        assertThat(sparse.hasObjects()).isFalse();
    }

    @Test
    void readsWhatItWrites() {
        var preseed =
                Preseed.of(
                        Map.of("user.a", "yes", "user.b", "10", "user.c", "a: b # c"),
                        List.of(),
                        List.of(new Preseed.PoolSeed("p", "dir", "", Map.of())),
                        List.of(),
                        List.of(),
                        Preseed.ClusterSeed.first("m1"));
        assertThat(PreseedFormat.read(PreseedFormat.write(preseed))).isEqualTo(preseed);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "``|the preseed is empty",
                "{storage_volumes: [{nope: v}]}|the preseed has a key that is not known here: storage_volumes[0].nope",
                "{nope: 1}|the preseed has a key that is not known here: nope",
                "{cluster: {nope: 1}}|the preseed has a key that is not known here: cluster.nope",
                "{networks: 5}|the preseed has the wrong shape at networks",
                "just text|the preseed has the wrong shape at the top"
            })
    void refusesWhatNobodyWouldObey(String text, String why) {
        assertThatThrownBy(() -> PreseedFormat.read(text))
                .isInstanceOf(CommandException.class)
                .hasMessage(why);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"a: [|no YAML", "a: 1\\na: 2|no YAML"})
    void refusesBrokenYaml(String text, String why) {
        assertThatThrownBy(() -> PreseedFormat.read(text.translateEscapes()))
                .isInstanceOf(CommandException.class)
                .hasMessageContaining(why);
    }
}
