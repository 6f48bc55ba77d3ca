package dev.pileus.desktop.theme;

import dev.pileus.desktop.Lifetime;
import dev.pileus.desktop.i18n.Language;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javafx.application.Application;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.Scene;

/// How all windows look: theme and fonts, changeable while they are open. For the screen's thread.
public final class Look {
    private final Fonts fonts;
    private final Map<Theme, Palette> palettes = new EnumMap<>(Theme.class);
    private final ReadOnlyObjectWrapper<Theme> theme;
    private final ReadOnlyObjectWrapper<Language> language;
    private final ReadOnlyObjectWrapper<Palette> palette;

    public Look(Theme theme, Language language) {
        this.fonts = new Fonts();
        this.theme = new ReadOnlyObjectWrapper<>(theme);
        this.language = new ReadOnlyObjectWrapper<>(language);
        this.palette = new ReadOnlyObjectWrapper<>(palette(theme));
        Application.setUserAgentStylesheet(theme.base());
    }

    public ReadOnlyObjectProperty<Theme> theme() {
        return theme.getReadOnlyProperty();
    }

    /// The colours for canvases; repaint when it changes.
    public ReadOnlyObjectProperty<Palette> palette() {
        return palette.getReadOnlyProperty();
    }

    public void show(Theme wanted) {
        Application.setUserAgentStylesheet(wanted.base());
        theme.set(wanted);
        palette.set(palette(wanted));
    }

    /// Sets the fonts of a language; the texts are the window's own business.
    public void show(Language wanted) {
        language.set(wanted);
    }

    /// Dresses a window's scene, and keeps it dressed until the end of `owner`.
    public void dress(Scene scene, Lifetime owner) {
        Runnable redress = () -> scene.getStylesheets().setAll(sheets(theme.get(), language.get()));
        owner.follow(theme, _ -> redress.run());
        owner.follow(language, _ -> redress.run());
    }

    private List<String> sheets(Theme shown, Language spoken) {
        return List.of(external("/css/console.css"), external(shown.sheet()), fontSheet(spoken));
    }

    private String fontSheet(Language spoken) {
        var css =
                ".root { -fx-font-family: \"%s\"; } .mono { -fx-font-family: \"%s\"; }"
                        .formatted(fonts.text(spoken), fonts.mono());
        return "data:text/css;charset=utf-8,"
                + URLEncoder.encode(css, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private static String external(String resource) {
        return Objects.requireNonNull(Look.class.getResource(resource), resource).toExternalForm();
    }

    private Palette palette(Theme wanted) {
        return palettes.computeIfAbsent(wanted, Palette::of);
    }
}
