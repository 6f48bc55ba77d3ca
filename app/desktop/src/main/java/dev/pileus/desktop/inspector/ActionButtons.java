package dev.pileus.desktop.inspector;

import dev.pileus.desktop.actions.Action;
import dev.pileus.desktop.actions.ActionMenu;
import dev.pileus.desktop.actions.Actions;
import dev.pileus.desktop.actions.Entity;
import dev.pileus.desktop.i18n.Messages;
import java.util.List;
import java.util.stream.Collectors;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
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
    private final Label note;
    private List<Offer> shown = List.of();

    /// @param note says why something cannot be done at the moment
    ActionButtons(Actions actions, Messages messages, HBox place, MenuButton menu, Label note) {
        this.actions = actions;
        this.messages = messages;
        this.place = place;
        this.menu = menu;
        this.note = note;
        show(List.of(), new Entity.Console());
    }

    /// An action, and why it cannot be done; empty when it can.
    private record Offer(Action action, String hindrance) {}

    void offer(Entity entity) {
        var offered =
                actions.offeredFor(entity).stream()
                        .map(action -> new Offer(action, hindrance(action, entity)))
                        .toList();
        if (!offered.equals(shown)) {
            show(offered, entity);
        }
    }

    private String hindrance(Action action, Entity entity) {
        return action.hindrance(entity).map(messages::text).orElse("");
    }

    private void show(List<Offer> offered, Entity entity) {
        shown = offered;
        var all = offered.stream().map(Offer::action).toList();
        menu.setVisible(!offered.isEmpty());
        menu.getItems().setAll(ActionMenu.items(all, entity, messages));
        place.getChildren()
                .setAll(offered.stream().limit(BUTTONS).map(one -> button(one, entity)).toList());
        var reasons =
                offered.stream()
                        .map(Offer::hindrance)
                        .filter(why -> !why.isEmpty())
                        .distinct()
                        .collect(Collectors.joining("\n"));
        note.setText(reasons);
        note.setVisible(!reasons.isEmpty());
        note.setManaged(!reasons.isEmpty());
    }

    private Button button(Offer offer, Entity entity) {
        var action = offer.action();
        var button = new Button(messages.text(action.title()));
        button.setId("do-" + action.id().replace('.', '-'));
        if (action.danger()) {
            button.getStyleClass().add("dangerous");
        }
        button.setMaxWidth(Double.MAX_VALUE);
        button.setPrefWidth(1);
        button.setMinWidth(Button.USE_PREF_SIZE);
        HBox.setHgrow(button, Priority.ALWAYS);
        button.setDisable(!offer.hindrance().isEmpty());
        button.setOnAction(_ -> action.run().accept(entity));
        return button;
    }
}
