package dev.pileus.desktop.wizards.connect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pileus.trust.Fingerprint;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ComparisonTest {
    private static final Fingerprint PRESENTED = new Fingerprint("0123456789abcdef".repeat(4));

    @ParameterizedTest
    @CsvSource({
        "'', BY_EYE",
        "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef, SAME",
        "' 0123456789ABCDEF 0123456789abcdef 0123456789abcdef 0123456789abcdef ', SAME",
        "ff23456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef, DIFFERENT",
        "0123456789ab, UNREADABLE",
        "not a fingerprint, UNREADABLE"
    })
    void comparesWhatWasPasted(String pasted, Comparison expected) {
        assertThat(Comparison.of(pasted, PRESENTED)).isEqualTo(expected);
    }
}
