package dev.pileus.desktop.theme;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.paint.Color;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/// Text can be read in both looks: WCAG 2 level AA asks for 4.5, and for 3 where no text is.
class ContrastTest {
    @ParameterizedTest
    @CsvSource({
        "INK, SURFACE",
        "INK, CANVAS",
        "INK, ACCENT_SUBTLE",
        "INK, CAUTION_SUBTLE",
        "MUTED, SURFACE",
        "MUTED, CANVAS",
        "MUTED, LANE",
        "MUTED, CHIP",
        "MUTED, ACCENT_SUBTLE",
        "MUTED, DANGER_SUBTLE",
        "MUTED, OK_SUBTLE",
        "MUTED, CAUTION_SUBTLE",
        "ACCENT, SURFACE",
        "ACCENT, CANVAS",
        "ACCENT, ACCENT_SUBTLE",
        "ON_ACCENT, ACCENT",
        "OK, SURFACE",
        "OK, CHIP",
        "OK, OK_SUBTLE",
        "CAUTION, SURFACE",
        "CAUTION, CHIP",
        "CAUTION, CAUTION_SUBTLE",
        "DANGER, SURFACE",
        "DANGER, CHIP",
        "DANGER, DANGER_SUBTLE",
        "ON_DANGER, DANGER",
        "LEADER, LEADER_SUBTLE",
        "HUB, CHIP"
    })
    void textCanBeRead(Swatch text, Swatch ground) {
        for (var theme : Theme.values()) {
            assertThat(contrast(theme, text, ground))
                    .as("%s: %s on %s", theme, text, ground)
                    .isGreaterThanOrEqualTo(4.5);
        }
    }

    @ParameterizedTest
    @EnumSource(Theme.class)
    void everyColourStandsInTheStyleSheet(Theme theme) {
        var palette = Palette.of(theme);
        for (var swatch : Swatch.values()) {
            assertThat(palette.colour(swatch)).as(swatch.lookup()).isNotEqualTo(Color.TRANSPARENT);
        }
    }

    private static double contrast(Theme theme, Swatch text, Swatch ground) {
        var palette = Palette.of(theme);
        double one = luminance(palette.colour(text));
        double other = luminance(palette.colour(ground));
        return (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05);
    }

    private static double luminance(Color colour) {
        return 0.2126 * linear(colour.getRed())
                + 0.7152 * linear(colour.getGreen())
                + 0.0722 * linear(colour.getBlue());
    }

    private static double linear(double part) {
        return part <= 0.04045 ? part / 12.92 : Math.pow((part + 0.055) / 1.055, 2.4);
    }
}
