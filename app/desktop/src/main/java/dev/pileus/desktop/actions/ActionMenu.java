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

    private static MenuItem item(Action action, Entity entity, Messages messages) {
        var item = new MenuItem(messages.text(action.title()), new FontIcon(action.icon()));
        item.setId("menu-" + action.id());
        action.keys().ifPresent(item::setAccelerator);
        if (action.danger()) {
            item.getStyleClass().add("dangerous");
        }
        item.setOnAction(_ -> action.run().accept(entity));
        return item;
    }
}
