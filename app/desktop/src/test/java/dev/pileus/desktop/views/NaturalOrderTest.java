package dev.pileus.desktop.views;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class NaturalOrderTest {
    @Test
    void countsNumbersInNames() {
        assertThat(sorted("web-10", "web-2", "Web-1", "db", "web", "web-02b"))
                .containsExactly("db", "web", "Web-1", "web-2", "web-02b", "web-10");
    }

    @Test
    void ordersAddressesByTheirParts() {
        assertThat(sorted("10.0.10.2", "10.0.9.11", "10.0.9.2"))
                .containsExactly("10.0.9.2", "10.0.9.11", "10.0.10.2");
    }

    @Test
    void hasNoLimitForNumbers() {
        assertThat(sorted("a99999999999999999999999", "a100000000000000000000000"))
                .containsExactly("a99999999999999999999999", "a100000000000000000000000");
    }

    private static List<String> sorted(String... names) {
        return List.of(names).stream().sorted(NaturalOrder.IGNORING_CASE).toList();
    }
}
