package dev.pileus.domain.members;

import static dev.pileus.domain.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import dev.pileus.api.ClusterPut;
import dev.pileus.domain.config.ListenAddress;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClusterChangeTest {
    @Test
    void readsTheThreeKinds() {
        assertThat(change("m1", true, "", "", "")).isEqualTo(new ClusterChange.Bootstrap("m1"));
        assertThat(change("", false, "", "", "")).isEqualTo(new ClusterChange.Disable());
        assertThat(change("m2", true, "10.0.0.1:8443", "PEM", "10.0.0.2"))
                .isEqualTo(
                        new ClusterChange.Join(
                                "m2",
                                "10.0.0.1:8443",
                                "PEM",
                                new ListenAddress("10.0.0.2", "8443"),
                                "token",
                                List.of()));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'' | | '' | '' | '' | \"enabled\" is required: whether this server shall be clustered",
                "'' | true | '' | '' | '' | ServerName is required when enabling clustering",
                "m1 | false | '' | '' | '' | ServerName must be empty when disabling clustering",
                "@m1 | true | '' | '' | '' | ServerName may not start with \"@\"",
                "a b | true | '' | '' | '' | Invalid cluster member name: \"a b\"",
                "m2 | true | h:1 | '' | h:2 | No target cluster member certificate provided",
                "m2 | true | h:1 | PEM | '' | No server address provided for this member",
                "m2 | true | h:1 | PEM | a b:1 | Invalid server address \"a b:1\"",
                "m2 | true | h:1 | PEM | 0.0.0.0:2 | Invalid server address \"0.0.0.0:2\": Wildcard addresses aren't allowed",
            })
    void refuses(
            String name,
            @Nullable Boolean enabled,
            String target,
            String certificate,
            String address,
            String text) {
        assertRefused(400, text, () -> change(name, enabled, target, certificate, address));
    }

    private static ClusterChange change(
            String name,
            @Nullable Boolean enabled,
            String target,
            String certificate,
            String address) {
        return ClusterChange.of(
                new ClusterPut(
                        name, enabled, List.of(), target, certificate, address, "token", ""));
    }
}
