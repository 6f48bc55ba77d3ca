package dev.pileus.desktop.actions;

import dev.pileus.desktop.i18n.Messages;
import java.util.List;
import javafx.scene.control.MenuItem;
import org.kordamp.ikonli.javafx.FontIcon;

/// Actions as the items of a menu, the same in every view.
public final class ActionMenu {
    private ActionMenu() {}

    public static List<MenuItem> items(List<Action> actions, Entity entity, Messages messages) {
        return actions.stream().map(action -> item(action, entity, messages)).toList();
    }

    /// Keys are only said here. As accelerators they would work while typing in a field as well.
    private static MenuItem item(Action action, Entity entity, Messages messages) {
        var hindrance = action.hindrance(entity);
        var title =
                hindrance
                        .map(messages::text)
                        .map(why -> messages.text("actions.hindered", title(action, messages), why))
                        .orElseGet(() -> title(action, messages));
        var item = new MenuItem(title, new FontIcon(action.icon()));
        item.setDisable(hindrance.isPresent());
        item.setId("menu-" + action.id().replace('.', '-'));
        if (action.danger()) {
            item.getStyleClass().add("dangerous");
        }
        item.setOnAction(_ -> action.run().accept(entity));
        return item;
    }

    private static String title(Action action, Messages messages) {
        var title = messages.text(action.title());
        return action.keys()
                .map(keys -> messages.text("actions.keys", title, keys.getDisplayText()))
                .orElse(title);
    }
}
