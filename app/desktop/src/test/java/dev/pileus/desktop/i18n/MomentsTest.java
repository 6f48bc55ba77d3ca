package dev.pileus.desktop.i18n;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MomentsTest {
    private static final Instant NOW = Instant.parse("2026-11-20T15:42:10Z");
    private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);

    private final Messages english = new Messages(Language.ENGLISH, CLOCK);
    private final Messages japanese = new Messages(Language.JAPANESE, CLOCK);

    @ParameterizedTest
    @CsvSource({
        "PT2S, just now, たった今",
        "PT40S, 40 s ago, 40秒前",
        "PT2M10S, 2 min ago, 2分前",
        "PT5H, 5 hours ago, 5時間前",
        "PT30H, 30 hours ago, 30時間前",
        "P3D, 3 days ago, 3日前"
    })
    void saysHowLongAgo(Duration age, String inEnglish, String inJapanese) {
        assertThat(english.moments().ago(NOW.minus(age))).isEqualTo(inEnglish);
        assertThat(japanese.moments().ago(NOW.minus(age))).isEqualTo(inJapanese);
    }

    @Test
    void leavesTheDateOutToday() {
        assertThat(english.moments().at(Instant.parse("2026-11-20T15:41:00Z"))).isEqualTo("15:41");
        assertThat(english.moments().at(Instant.parse("2026-11-18T09:05:00Z")))
                .isEqualTo("2026-11-18 09:05");
    }

    @Test
    void writesFullDatesAsTheLanguageDoes() {
        assertThat(english.moments().full(NOW)).contains("Nov 20, 2026");
        assertThat(japanese.moments().full(NOW)).contains("2026/11/20");
    }

    @Test
    void neverSaysThatLessThanNothingIsLeft() {
        assertThat(english.moments().duration(Duration.ofSeconds(-3))).isEqualTo("0 s");
    }

    @ParameterizedTest
    @CsvSource({"0, 0 B", "1023, 1023 B", "1536, 1.5 KiB", "68719476736, 64 GiB"})
    void writesBytes(long bytes, String text) {
        assertThat(english.quantities().bytes(bytes).replace(",", "")).isEqualTo(text);
    }
}
