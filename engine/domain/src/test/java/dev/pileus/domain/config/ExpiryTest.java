package dev.pileus.domain.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExpiryTest {
    private static final Instant BEGIN = Instant.parse("2026-01-31T12:00:00Z");

    @ParameterizedTest
    @CsvSource({
        "30M, 2026-01-31T12:30:00Z",
        "3H, 2026-01-31T15:00:00Z",
        "1d 3H, 2026-02-01T15:00:00Z",
        "2w, 2026-02-14T12:00:00Z",
        "1m, 2026-02-28T12:00:00Z",
        "1y, 2027-01-31T12:00:00Z"
    })
    void addsTerms(String term, Instant end) {
        assertThat(Expiry.after(BEGIN, term)).contains(end);
    }

    @Test
    void noTermNeverEnds() {
        assertThat(Expiry.after(BEGIN, "")).isEmpty();
        assertThat(Expiry.isValid("3h")).isFalse();
        assertThat(Expiry.isValid("1d  3H")).isFalse();
        assertThat(Expiry.isValid("-1d")).isFalse();
    }
}
