package dev.pileus.desktop.map;

import dev.pileus.desktop.i18n.Messages;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.input.ContextMenuEvent;

/// The context menu of cards: what can be dragged can be chosen here as well.
final class MapMenu {
    private final Messages messages;
    private final MapActions actions;
    private final ContextMenu menu = new ContextMenu();

    MapMenu(Messages messages, MapActions actions) {
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
        menu.getItems().setAll(item("map.inspect", member, actions::inspect));
        menu.getItems()
                .add(
                        card.get().condition().inMaintenance()
                                ? item("map.restore", member, actions::restore)
                                : item("map.evacuate", member, actions::evacuate));
        menu.show(owner, event.getScreenX(), event.getScreenY());
        event.consume();
    }

    private MenuItem item(String key, String member, Consumer<String> action) {
        var item = new MenuItem(messages.text(key, member));
        item.setOnAction(_ -> action.accept(member));
        return item;
    }
}
