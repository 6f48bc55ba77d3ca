package dev.pileus.client;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pileus.client.SettingRules.InvalidSetting;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SettingRulesTest {
    @ParameterizedTest
    @CsvSource({
        "cluster.max_voters, 5",
        "cluster.max_voters, ''",
        "cluster.max_standby, 0",
        "cluster.offline_threshold, 11",
        "cluster.images_minimal_replica, -1",
        "cluster.join_token_expiry, 1d 3H",
        "core.https_address, '[::]:8443'",
        "core.https_address, node1",
        "core.metrics_authentication, true",
        "instances.nic.host_name, mac",
        "user.anything, at all",
    })
    void letsGoodValuesPass(String key, String value) {
        assertThat(SettingRules.check(Map.of(key, value))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "cluster.max_voters, 4",
        "cluster.max_voters, 1",
        "cluster.max_voters, three",
        "cluster.max_standby, 6",
        "cluster.max_standby, -1",
        "cluster.offline_threshold, 10",
        "cluster.offline_threshold, 99999999999",
        "cluster.join_token_expiry, soon",
        "core.https_address, 127.0.0.1:99999",
        "core.https_address, https://node1/x",
        "core.metrics_authentication, perhaps",
        "instances.nic.host_name, x",
    })
    void findsBadValues(String key, String value) {
        assertThat(SettingRules.check(Map.of(key, value)))
                .containsExactly(new InvalidSetting(key, true));
    }

    @ParameterizedTest
    @CsvSource({
        "bogus.key, 1",
        "cluster.https_address, 127.0.0.1:1",
        "instances.placement.scriptlet, x",
    })
    void leavesAloneWhatItCannotCheck(String key, String value) {
        assertThat(SettingRules.check(Map.of(key, value)))
                .containsExactly(new InvalidSetting(key, false));
    }
}
