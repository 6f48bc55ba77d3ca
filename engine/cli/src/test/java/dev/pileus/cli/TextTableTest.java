package dev.pileus.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class TextTableTest {
    private static final TextTable TABLE =
            new TextTable(
                    List.of("ID", "VALUE"), List.of(List.of("1", "two\nlines"), List.of("22", "")));

    @Test
    void textsOfSeveralLinesStayInTheirColumn() {
        assertThat(TABLE.text())
                .isEqualTo(
                        """
                        +----+-------+
                        | ID | VALUE |
                        +----+-------+
                        | 1  | two   |
                        |    | lines |
                        +----+-------+
                        | 22 |       |
                        +----+-------+
                        """);
    }

    @Test
    void goesWithoutBoxes() {
        assertThat(TABLE.compact().lines())
                .containsExactly(" ID   VALUE ", " 1    two   ", "      lines ", " 22         ");
    }
}
