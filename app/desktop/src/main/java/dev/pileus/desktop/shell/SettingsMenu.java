package dev.pileus.desktop.shell;

import dev.pileus.desktop.i18n.Language;
import dev.pileus.desktop.i18n.Messages;
import dev.pileus.desktop.theme.Theme;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.BooleanProperty;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.input.KeyCombination;

/// The menu behind the cog.
final class SettingsMenu {
    private final Shell shell;
    private final Messages messages;

    SettingsMenu(Shell shell, Messages messages) {
        this.shell = shell;
        this.messages = messages;
    }

    List<MenuItem> items() {
        var items = new ArrayList<MenuItem>();
        items.add(pane("shell.settings.inspector", "Shortcut+I", shell.inspectorOpen()));
        items.add(pane("shell.settings.activity", "Shortcut+J", shell.activityOpen()));
        items.add(new SeparatorMenuItem());
        items.add(looks());
        items.add(languages());
        return items;
    }

    private MenuItem pane(String key, String keys, BooleanProperty open) {
        var shown = KeyCombination.valueOf(keys).getDisplayText();
        var item = new CheckMenuItem(messages.text("actions.keys", messages.text(key), shown));
        item.setSelected(open.get());
        item.setOnAction(_ -> open.set(item.isSelected()));
        return item;
    }

    private Menu looks() {
        var menu = new Menu(messages.text("shell.settings.theme"));
        for (var theme : Theme.values()) {
            var item = new RadioMenuItem(messages.text("shell.theme." + theme.code()));
            item.setSelected(shell.look().theme().get() == theme);
            item.setOnAction(_ -> shell.look().show(theme));
            menu.getItems().add(item);
        }
        return menu;
    }

    private Menu languages() {
        var menu = new Menu(messages.text("shell.settings.language"));
        for (var language : Language.values()) {
            var item = new RadioMenuItem(language.ownName());
            item.setSelected(messages.language() == language);
            item.setOnAction(_ -> shell.speak(language));
            menu.getItems().add(item);
        }
        return menu;
    }
}
