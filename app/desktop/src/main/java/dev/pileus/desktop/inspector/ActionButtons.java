package dev.pileus.desktop.inspector;

import dev.pileus.desktop.actions.Action;
import dev.pileus.desktop.actions.ActionMenu;
import dev.pileus.desktop.actions.Actions;
import dev.pileus.desktop.actions.Entity;
import dev.pileus.desktop.i18n.Messages;
import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.control.MenuButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

/// What can be done to the inspected thing: the first three as buttons, all in the menu.
final class ActionButtons {
    private static final int BUTTONS = 3;

    private final Actions actions;
    private final Messages messages;
    private final HBox place;
    private final MenuButton menu;
    private List<Action> shown = List.of();

    ActionButtons(Actions actions, Messages messages, HBox place, MenuButton menu) {
        this.actions = actions;
        this.messages = messages;
        this.place = place;
        this.menu = menu;
        show(List.of(), new Entity.Console());
    }

    void offer(Entity entity) {
        var offered = actions.offeredFor(entity);
        if (!offered.equals(shown)) {
            show(offered, entity);
        }
    }

    private void show(List<Action> offered, Entity entity) {
        shown = offered;
        menu.setVisible(!offered.isEmpty());
        menu.getItems().setAll(ActionMenu.items(offered, entity, messages));
        place.getChildren()
                .setAll(
                        offered.stream()
                                .limit(BUTTONS)
                                .map(action -> button(action, entity))
                                .toList());
    }

    private Button button(Action action, Entity entity) {
        var button = new Button(messages.text(action.title()));
        button.setId("do-" + action.id().replace('.', '-'));
        if (action.danger()) {
            button.getStyleClass().add("dangerous");
        }
        button.setMaxWidth(Double.MAX_VALUE);
        button.setPrefWidth(1);
        button.setMinWidth(Button.USE_PREF_SIZE);
        HBox.setHgrow(button, Priority.ALWAYS);
        button.setOnAction(_ -> action.run().accept(entity));
        return button;
    }
}
