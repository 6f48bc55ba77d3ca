package dev.pileus.domain.config;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ListenAddressTest {
    @ParameterizedTest
    @CsvSource({
        "127.0.0.1, 127.0.0.1:8443, false",
        "127.0.0.1:99999, 127.0.0.1:99999, false",
        "host.example:443, host.example:443, false",
        ":8443, :8443, true",
        "[::]:8443, [::]:8443, true",
        "[::1], [::1]:8443, false",
        "::1, [::1]:8443, false",
        "::, [::]:8443, true",
        "0.0.0.0:1, 0.0.0.0:1, true"
    })
    void reads(String text, String normal, boolean wildcard) {
        var address = ListenAddress.parse(text).orElseThrow();
        assertThat(address.text()).isEqualTo(normal);
        assertThat(address.isWildcard()).isEqualTo(wildcard);
    }

    @ParameterizedTest
    @ValueSource(strings = {":::1", "a b", "[::1", "[::1]x", "a:b:c:d:xyz", "host:", "http://host"})
    void refuses(String text) {
        assertThat(ListenAddress.parse(text)).isEmpty();
    }
}
