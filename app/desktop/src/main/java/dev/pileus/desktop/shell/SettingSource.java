package dev.pileus.desktop.shell;

import dev.pileus.desktop.i18n.Language;
import dev.pileus.desktop.i18n.Messages;
import dev.pileus.desktop.search.Hit;
import dev.pileus.desktop.search.Query;
import dev.pileus.desktop.search.Source;
import dev.pileus.desktop.theme.Theme;
import java.util.Arrays;
import java.util.OptionalInt;
import java.util.stream.Stream;
import javafx.beans.property.BooleanProperty;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignD;
import org.kordamp.ikonli.materialdesign2.MaterialDesignT;

/// Finds what the settings menu offers, once something is typed.
final class SettingSource implements Source {
    private final Shell shell;

    SettingSource(Shell shell) {
        this.shell = shell;
    }

    @Override
    public Stream<Hit> find(Query query, Messages messages) {
        if (query.isEmpty()) {
            return Stream.empty();
        }
        return Stream.of(looks(query, messages), languages(query, messages), panes(query, messages))
                .flatMap(hits -> hits);
    }

    private Stream<Hit> looks(Query query, Messages messages) {
        var kind = messages.text("shell.settings.theme");
        return Arrays.stream(Theme.values())
                .flatMap(theme ->
                        hit(
                                MaterialDesignC.CIRCLE_HALF_FULL,
                                messages.text("shell.theme." + theme.code()),
                                kind,
                                query,
                                () -> shell.look().show(theme)));
    }

    private Stream<Hit> languages(Query query, Messages messages) {
        var kind = messages.text("shell.settings.language");
        return Arrays.stream(Language.values())
                .flatMap(language ->
                        hit(
                                MaterialDesignT.TRANSLATE,
                                language.ownName(),
                                kind,
                                query,
                                () -> shell.speak(language)));
    }

    private Stream<Hit> panes(Query query, Messages messages) {
        return Stream.concat(
                pane("shell.settings.inspector", shell.inspectorOpen(), query, messages),
                pane("shell.settings.activity", shell.activityOpen(), query, messages));
    }

    private static Stream<Hit> pane(
            String key, BooleanProperty open, Query query, Messages messages) {
        return hit(
                MaterialDesignD.DOCK_WINDOW,
                messages.text(key),
                messages.text("shell.search.pane"),
                query,
                () -> open.set(!open.get()));
    }

    private static Stream<Hit> hit(
            Ikon icon, String title, String kind, Query query, Runnable run) {
        OptionalInt distance = query.distance(title + " " + kind);
        return distance.stream().mapToObj(near -> new Hit(icon, title, kind, near, run));
    }
}
