package dev.pileus.server.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pileus.api.ApiException;
import dev.pileus.api.Json;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class FilterTest {
    private static final JsonNode OBJECT =
            Json.mapper()
                    .readTree(
                            """
                            {"name":"web1","status":"Running","count":3,"ephemeral":false,
                             "config":{"user.a":"b c","limits":{"cpu":"2"}}}
                            """);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "name eq web1",
                "NAME eq web1 or name EQ web1",
                "status eq running",
                "name eq web.*",
                "name ne web2",
                "nothing ne x",
                "count gt 2 and count le 3",
                "ephemeral eq false",
                "config.user.a eq \"b c\"",
                "config.limits.cpu eq 2",
                "not name eq db",
                "not (name eq db or status eq Stopped)",
                "(name eq db or name eq web1) and status eq Running",
                "name eq \"web1\""
            })
    void chooses(String text) {
        assertThat(Filter.parse(text).chooses(OBJECT)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "name eq db",
                "name eq [",
                "nothing eq x",
                "count gt 3",
                "count eq many",
                "name eq db or status eq Stopped",
                "not name eq web1",
                "config.user.b eq x"
            })
    void leavesOut(String text) {
        assertThat(Filter.parse(text).chooses(OBJECT)).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "status|clause has no operator",
                "status eq|clause has no value",
                "status zz x|unsupported operation \"zz\"",
                "status eq x y|unexpected \"y\"",
                "(status eq x|a parenthesis is not closed",
                "status eq \"x|a quotation is not closed",
                "status eq x and|clause has no operator"
            })
    void refusesNonsense(String text, String why) {
        assertThatThrownBy(() -> Filter.parse(text))
                .isInstanceOfSatisfying(
                        ApiException.class,
                        refusal -> {
                            assertThat(refusal.status()).isEqualTo(400);
                            assertThat(refusal.text()).isEqualTo("Invalid filter: " + why);
                        });
    }

    @ParameterizedTest
    @ValueSource(ints = {60, 10_000})
    void refusesToGoTooDeep(int levels) {
        assertThatThrownBy(() -> Filter.parse("(".repeat(levels) + "a eq b"))
                .isInstanceOf(ApiException.class);
    }
}
