package dev.pileus.desktop.shell;

import dev.pileus.desktop.actions.Entity;
import dev.pileus.desktop.i18n.Messages;
import dev.pileus.desktop.i18n.Phrase;
import java.util.Comparator;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.javafx.FontIcon;

/// What the cluster picker offers: clusters, and what can be done to get another one.
final class ClusterMenu {
    private final Shell shell;
    private final Messages messages;

    ClusterMenu(Shell shell, Messages messages) {
        this.shell = shell;
        this.messages = messages;
    }

    ContextMenu fresh() {
        var menu = new ContextMenu();
        menu.getStyleClass().add("cluster-menu");
        shell.clusters().offered().stream()
                .sorted(Comparator.comparing(ClusterEntry::origin))
                .map(this::item)
                .forEach(menu.getItems()::add);
        var ways = shell.actions().offeredFor(new Entity.Console());
        if (!ways.isEmpty() && !menu.getItems().isEmpty()) {
            menu.getItems().add(new SeparatorMenuItem());
        }
        for (var way : ways) {
            var item = new MenuItem(null, line(new FontIcon(way.icon()), label(way.title())));
            item.setOnAction(_ -> way.run().accept(new Entity.Console()));
            menu.getItems().add(item);
        }
        return menu;
    }

    /// The open cluster is shown as it is now, and cannot be opened again.
    private MenuItem item(ClusterEntry offered) {
        var open = shell.clusters().open().get().filter(now -> now.id().equals(offered.id()));
        var entry = open.orElse(offered);
        var dot = new Region();
        dot.getStyleClass().add("dot");
        entry.tone().paint(dot);
        var name = new Label(entry.name());
        name.getStyleClass().add("picker-name");
        var detail = new Label(messages.text(entry.detail()));
        detail.getStyleClass().add("picker-detail");
        var item = new MenuItem(null, line(dot, name, detail));
        item.setOnAction(_ -> shell.clusters().pick(entry));
        item.setDisable(open.isPresent());
        return item;
    }

    private Label label(Phrase title) {
        return new Label(messages.text(title));
    }

    /// Everything stands in the graphic: beside one, texts would begin where the widest ends.
    private static HBox line(Node... parts) {
        var line = new HBox(8, parts);
        line.setAlignment(Pos.CENTER_LEFT);
        line.getStyleClass().add("picker-line");
        return line;
    }
}
