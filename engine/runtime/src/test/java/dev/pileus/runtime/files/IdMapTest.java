package dev.pileus.runtime.files;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class IdMapTest {
    private final IdMap map =
            IdMap.parse(
                    """
                             0    1000000       1000
                          1000        500          1
                    """);

    @Test
    void knowsBothSides() {
        assertThat(map.outside(0)).isEqualTo(1_000_000);
        assertThat(map.outside(1000)).isEqualTo(500);
        assertThat(map.inside(1_000_999)).isEqualTo(999);
        assertThat(map.inside(500)).isEqualTo(1000);
    }

    @Test
    void knowsWhatHasNoOtherSide() {
        assertThat(map.outside(1001)).isEqualTo(-1);
        assertThat(map.inside(0)).isEqualTo(IdMap.NOBODY);
    }
}
