package dev.pileus.domain.moves;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pileus.domain.Clock;
import dev.pileus.domain.operations.Progress;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FreightTest {
    private final Clock clock = new Clock();
    private final Told told = new Told();

    @Test
    void tellsHowFarItIsOnceASecond() {
        var freight = new Freight(told, "c1", clock);
        freight.expect(4_000_000);
        freight.moved(500_000);
        freight.moved(500_000);
        clock.turn(Duration.ofSeconds(2));
        freight.moved(2_000_000);
        clock.turn(Duration.ofSeconds(1));
        freight.done();
        assertThat(told.texts)
                .containsExactly(
                        "c1: 500.00kB (500.00MB/s)",
                        "c1: 3.00MB (1.50MB/s)",
                        "c1: 3.00MB (1.00MB/s)");
        assertThat(told.numbers)
                .last()
                .isEqualTo(Map.of("stage", "fs", "percent", "100", "speed", "1000000"));
    }

    @ParameterizedTest
    @CsvSource({"0,0B", "999,999B", "1000,1.00kB", "35630000,35.63MB", "4100000000000,4.10TB"})
    void speaksAsTheStockServersDo(long bytes, String words) {
        assertThat(Freight.words(bytes)).isEqualTo(words);
    }

    @Test
    void measuresWhatIsRead() throws IOException {
        var seen = new AtomicLong();
        var stream =
                new Measured(
                        new ByteArrayInputStream("abc".getBytes(StandardCharsets.UTF_8)),
                        seen::addAndGet);
        assertThat(stream.read()).isEqualTo('a');
        assertThat(stream.transferTo(OutputStream.nullOutputStream())).isEqualTo(2);
        assertThat(seen).hasValue(3);
        assertThat(stream.receipt())
                .isEqualTo(
                        new Receipt(
                                "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad",
                                3));
    }

    private static final class Told implements Progress {
        final List<Object> texts = new ArrayList<>();
        final List<Object> numbers = new ArrayList<>();

        @Override
        public void put(String key, Object value) {
            throw new UnsupportedOperationException("Both belong together");
        }

        @Override
        public void putAll(Map<String, ?> values) {
            texts.addAll(
                    values.entrySet().stream()
                            .filter(e -> e.getKey().equals("fs_progress"))
                            .map(Map.Entry::getValue)
                            .toList());
            numbers.addAll(
                    values.entrySet().stream()
                            .filter(e -> e.getKey().equals("progress"))
                            .map(Map.Entry::getValue)
                            .toList());
        }
    }
}
