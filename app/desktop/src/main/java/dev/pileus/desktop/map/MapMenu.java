package dev.pileus.desktop.map;

import dev.pileus.desktop.actions.ActionMenu;
import dev.pileus.desktop.actions.Actions;
import dev.pileus.desktop.actions.Entity;
import dev.pileus.desktop.i18n.Messages;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import javafx.scene.input.ContextMenuEvent;

/// The context menu of cards: what can be dragged can be chosen here as well.
final class MapMenu {
    private final Messages messages;
    private final Actions actions;
    private final ContextMenu menu = new ContextMenu();

    MapMenu(Messages messages, Actions actions) {
        this.messages = messages;
        this.actions = actions;
    }

    void installOn(MapStage stage, MaintenanceTray tray, MapSelection selection) {
        stage.addEventHandler(
                ContextMenuEvent.CONTEXT_MENU_REQUESTED,
                event ->
                        open(
                                stage.placeAt(event.getX(), event.getY())
                                        .map(MapLayout.Place::card),
                                stage,
                                event,
                                selection));
        tray.addEventHandler(
                ContextMenuEvent.CONTEXT_MENU_REQUESTED,
                event ->
                        open(
                                tray.cards().stream()
                                        .filter(card ->
                                                card.localToScene(card.getLayoutBounds())
                                                        .contains(
                                                                event.getSceneX(),
                                                                event.getSceneY()))
                                        .findFirst()
                                        .flatMap(TrayCard::content),
                                tray,
                                event,
                                selection));
    }

    private void open(
            Optional<CardContent> card,
            Node owner,
            ContextMenuEvent event,
            MapSelection selection) {
        menu.hide();
        if (card.isEmpty()) {
            return;
        }
        var member = card.get().member();
        selection.select(member);
        var entity = new Entity.Member(member);
        var items = ActionMenu.items(actions.offeredFor(entity), entity, messages);
        if (items.isEmpty()) {
            return;
        }
        menu.getItems().setAll(items);
        menu.show(owner, event.getScreenX(), event.getScreenY());
        event.consume();
    }
}
