package dev.pileus.runtime.images;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TemplateLanguageTest {
    private static final Map<String, Object> VALUES =
            Map.of(
                    "trigger", "create",
                    "container", Map.of("name", "c1", "privileged", "false"),
                    "config", Map.of("user.user-data", "#cloud-config", "user.empty", ""),
                    "properties", Map.of("default", "#none"));

    private final TemplateLanguage language = new TemplateLanguage();

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            value = {
                "plain a|b:\"c\" text~plain a|b:\"c\" text",
                "127.0.1.1 {{ container.name }}~127.0.1.1 c1",
                "{{ container.nothing }}~''",
                "{{ config_get(\"user.user-data\", properties.default) }}~#cloud-config",
                "{{ config_get(\"user.vendor-data\", properties.default) }}~#none",
                "{{ config_get(\"user.vendor-data\") }}~''",
                "{{ config[\"user.user-data\"] }}~#cloud-config",
                "{{ nothing|default:\"x\"|upper }}~X",
                "{% if trigger == \"start\" %}a{% elif trigger == \"create\" %}b{% else %}c{% endif %}~b",
                "{% if config_get(\"user.network-config\", \"\") == \"\" %}version: 1{% else %}x{% endif %}~version: 1",
                "<{{ container.name }}>&~<c1>&",
            })
    void fillsIn(String template, String text) throws IOException {
        assertThat(language.render(template, VALUES)).isEqualTo(text);
    }

    @Test
    void keepsLines() throws IOException {
        assertThat(language.render("{% if true %}\na\n{% endif %}\nb\n", VALUES))
                .isEqualTo("\na\n\nb\n");
    }

    @Test
    void callsNothing() {
        for (var attempt :
                new String[] {
                    "{{ trigger.getClass() }}",
                    "{{ trigger.class.name }}",
                    "{{ container.name.repeat(9) }}",
                    "{% if %}",
                    "{{ a|nofilter }}"
                }) {
            try {
                assertThat(language.render(attempt, VALUES)).isEmpty();
            } catch (IOException e) {
                assertThat(e).hasMessageNotContaining("java.lang.String");
            }
        }
        assertThatIOException()
                .isThrownBy(() ->
                        language.render(
                                "{% for i in range(0,9999999) %}0123456789{% endfor %}", VALUES));
    }
}
