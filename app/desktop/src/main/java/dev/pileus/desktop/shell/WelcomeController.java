package dev.pileus.desktop.shell;

import dev.pileus.desktop.Lifetime;
import dev.pileus.desktop.actions.Action;
import dev.pileus.desktop.actions.Entity;
import dev.pileus.desktop.i18n.Messages;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.fxml.FXML;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/// The page of a console without a cluster: the clusters that are known, and ways to get one.
final class WelcomeController {
    private final Shell shell;
    private final Messages messages;
    private final Lifetime lifetime;

    @FXML private FlowPane ways;
    @FXML private VBox known;

    WelcomeController(Shell shell, Messages messages, Lifetime lifetime) {
        this.shell = shell;
        this.messages = messages;
        this.lifetime = lifetime;
    }

    @FXML
    void initialize() {
        lifetime.follow(shell.actions().all(), this::showWays);
        lifetime.follow(shell.clusters().offered(), this::showWays);
        lifetime.follow(shell.clusters().offered(), this::showKnown);
    }

    private void showWays() {
        var offered = shell.actions().offeredFor(new Entity.Console());
        boolean focused = ways.getChildren().stream().anyMatch(Node::isFocused);
        ways.getChildren().setAll(offered.stream().map(this::way).toList());
        if (!ways.getChildren().isEmpty()) {
            ways.getChildren().getFirst().getStyleClass().addAll("accent", "keyboard-home");
        }
        if (focused) {
            ways.getChildren().stream().findFirst().ifPresent(Node::requestFocus);
        }
    }

    private Node way(Action action) {
        var button = new Button(messages.text(action.title()), new FontIcon(action.icon()));
        button.setId("way-" + action.id().replace('.', '-'));
        button.setOnAction(_ -> action.run().accept(new Entity.Console()));
        return button;
    }

    private void showKnown() {
        var nodes = new ArrayList<Node>();
        for (var origin : ClusterEntry.Origin.values()) {
            var entries =
                    shell.clusters().offered().stream()
                            .filter(entry -> entry.origin() == origin)
                            .toList();
            if (!entries.isEmpty()) {
                nodes.add(heading(origin));
                nodes.addAll(entries.stream().map(this::entry).toList());
            }
        }
        known.getChildren().setAll(nodes);
    }

    private Node heading(ClusterEntry.Origin origin) {
        var heading =
                new Label(messages.text("shell.origin." + origin.name().toLowerCase(Locale.ROOT)));
        heading.getStyleClass().add("field-title");
        heading.getStyleClass().add("welcome-heading");
        return heading;
    }

    private Node entry(ClusterEntry entry) {
        var dot = new Region();
        dot.getStyleClass().add("dot");
        entry.tone().paint(dot);
        var name = new Label(entry.name());
        name.getStyleClass().add("picker-name");
        var detail = new Label(messages.text(entry.detail()));
        detail.getStyleClass().add("picker-detail");
        detail.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(detail, Priority.ALWAYS);
        var line = new HBox(10, dot, name, detail, new FontIcon("mdi2c-chevron-right"));
        line.setAlignment(Pos.CENTER_LEFT);
        var button = new Button(null, line);
        button.getStyleClass().setAll("welcome-entry");
        button.setMaxWidth(Double.MAX_VALUE);
        button.setAccessibleText(String.join(" ", List.of(name.getText(), detail.getText())));
        line.prefWidthProperty().bind(button.widthProperty().subtract(28));
        button.setOnAction(_ -> shell.clusters().pick(entry));
        return button;
    }
}
