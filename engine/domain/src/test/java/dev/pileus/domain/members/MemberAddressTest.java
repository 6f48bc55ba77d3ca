package dev.pileus.domain.members;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MemberAddressTest {
    @ParameterizedTest
    @CsvSource({
        "10.0.0.1:9443, 10.0.0.1:9443",
        "10.0.0.1, 10.0.0.1:8443",
        "node1.example, node1.example:8443",
        "[::1]:9443, [::1]:9443",
        "[::1], [::1]:8443",
        "::1, [::1]:8443",
        "fd00::7:1, [fd00::7:1]:8443",
    })
    void reads(String text, String canonical) {
        var address = MemberAddress.parse(text).orElseThrow();
        assertThat(address.text()).isEqualTo(canonical);
        assertThat(address.isWildcard()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ":8443", "0.0.0.0:8443", "0.0.0.0", "[::]:8443", "::"})
    void knowsWildcards(String text) {
        assertThat(MemberAddress.parse(text).orElseThrow().isWildcard()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"a:b", "a:99999", "[::1", "[::1]x:1", "a b:1", "a:"})
    void refuses(String text) {
        assertThat(MemberAddress.parse(text)).isEmpty();
    }
}
