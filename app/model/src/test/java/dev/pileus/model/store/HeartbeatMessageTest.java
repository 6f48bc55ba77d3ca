package dev.pileus.model.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class HeartbeatMessageTest {
    @Test
    void readsTheLongForm() {
        var text = "No heartbeat for 2m31.336311212s (2026-11-20 15:57:16.960657313 +0000 UTC)";
        assertThat(HeartbeatMessage.silentSince(text))
                .contains(Instant.parse("2026-11-20T15:57:16.960657313Z"));
    }

    @Test
    void readsTheShortForm() {
        var text = "No heartbeat for 2m31s (2026-11-20 15:57:16 +0000)";
        assertThat(HeartbeatMessage.silentSince(text))
                .contains(Instant.parse("2026-11-20T15:57:16Z"));
    }

    @Test
    void readsOtherTimeZones() {
        var text = "No heartbeat for 1m0s (2026-11-21 00:57:16.5 +0900 JST)";
        assertThat(HeartbeatMessage.silentSince(text))
                .contains(Instant.parse("2026-11-20T15:57:16.5Z"));
    }

    @Test
    void tellsNothingForAMemberThatWasNeverHeardOf() {
        var text = "No heartbeat for 2562047h47m16.854775807s (0001-01-01 00:00:00 +0000 UTC)";
        assertThat(HeartbeatMessage.silentSince(text)).isEmpty();
    }

    @Test
    void tellsNothingForOtherWordsAndImpossibleTimes() {
        assertThat(HeartbeatMessage.silentSince("Fully operational")).isEmpty();
        assertThat(HeartbeatMessage.silentSince("(2026-13-45 99:57:16 +0000)")).isEmpty();
        assertThat(HeartbeatMessage.silentSince("")).isEmpty();
    }
}
