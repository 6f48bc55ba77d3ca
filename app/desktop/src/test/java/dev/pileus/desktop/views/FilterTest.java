package dev.pileus.desktop.views;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FilterTest {
    private static final Map<String, String> WEB =
            Map.of("name", "web-01", "status", "Running", "location", "node1", "note", "two words");

    @ParameterizedTest
    @CsvSource({
        "'', true",
        "web, true",
        "WEB, true",
        "db, false",
        "-db, true",
        "-web, false",
        "status:running, true",
        "status:stopped, false",
        "-status:stopped, true",
        "status:run location:node1 -name:db, true",
        "status:run location:node2, false",
        "'note:\"two words\"', true",
        "'\"two words', true",
        "'\"two  words\"', false",
        "size:5, false",
        "-size:5, true",
        "status:, false",
    })
    void letsThrough(String typed, boolean let) {
        assertThat(Filter.parse(typed).lets(FilterTest::fields)).isEqualTo(let);
    }

    private static List<String> fields(String field) {
        return WEB.entrySet().stream()
                .filter(entry -> entry.getKey().startsWith(field))
                .map(Map.Entry::getValue)
                .toList();
    }
}
