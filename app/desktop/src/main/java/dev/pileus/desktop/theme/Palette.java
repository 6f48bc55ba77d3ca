package dev.pileus.desktop.theme;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import javafx.scene.paint.Color;

/// The colours of one look for code that paints by itself. Read from the same style sheet that
/// colours the nodes, so that there is one truth.
public final class Palette {
    private static final Pattern DEFINITION = Pattern.compile("(-pileus-[a-z-]+)\\s*:\\s*([^;]+);");

    private final Map<Swatch, Color> colours;

    private Palette(Map<Swatch, Color> colours) {
        this.colours = colours;
    }

    /// Reads the colours.
    ///
    /// @throws IllegalStateException when the style sheet lacks one
    public static Palette of(Theme theme) {
        var colours = new EnumMap<Swatch, Color>(Swatch.class);
        var values = definitions(theme.sheet());
        for (var swatch : Swatch.values()) {
            var value = values.get(swatch.lookup());
            if (value == null) {
                throw new IllegalStateException(theme.sheet() + " lacks " + swatch.lookup());
            }
            colours.put(swatch, Color.web(value));
        }
        return new Palette(colours);
    }

    public Color colour(Swatch swatch) {
        return colours.getOrDefault(swatch, Color.TRANSPARENT);
    }

    private static Map<String, String> definitions(String resource) {
        var definitions = new HashMap<String, String>();
        var found = DEFINITION.matcher(read(resource));
        while (found.find()) {
            definitions.put(found.group(1), found.group(2).strip());
        }
        return definitions;
    }

    private static String read(String resource) {
        try (var sheet = Palette.class.getResourceAsStream(resource)) {
            if (sheet == null) {
                throw new IllegalStateException("No style sheet " + resource);
            }
            return new String(sheet.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
