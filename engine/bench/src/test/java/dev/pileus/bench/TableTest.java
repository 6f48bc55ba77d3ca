package dev.pileus.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class TableTest {
    @Test
    void tellsMediansAndRatios() {
        var results = new Results();
        for (var millis : new int[] {90, 70, 80}) {
            results.add("list", "Pileus 0.1", Duration.ofMillis(millis));
        }
        results.add("list", "Incus 6.0.4", Duration.ofMillis(2_880));
        results.add("evacuate", "Pileus 0.1", Duration.ofSeconds(6));
        assertThat(new Table(results).text())
                .isEqualTo(
                        """
                        median    Pileus 0.1  Incus 6.0.4
                        list      80 ms       2.9 s (x36.0)
                        evacuate  6.0 s       -
                        """);
    }
}
