package dev.pileus.desktop.shell;

import dev.pileus.desktop.Lifetime;
import dev.pileus.desktop.i18n.Messages;
import java.util.Locale;
import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.fxml.FXML;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Separator;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/// The list of views on the left: only those that exist.
final class NavigationController {
    private static final PseudoClass CHOSEN = PseudoClass.getPseudoClass("chosen");

    private final Views views;
    private final Messages messages;
    private final Lifetime lifetime;
    private Lifetime drawn;

    @FXML private VBox root;

    NavigationController(Views views, Messages messages, Lifetime lifetime) {
        this.views = views;
        this.messages = messages;
        this.lifetime = lifetime;
        this.drawn = lifetime.child();
    }

    @FXML
    void initialize() {
        lifetime.follow(views.all(), this::draw);
    }

    private void draw() {
        drawn.close();
        drawn = lifetime.child();
        root.getChildren().clear();
        boolean above = false;
        for (var view : views.all()) {
            if (above && view.place().belowTheLine()) {
                root.getChildren().add(new Separator());
            }
            above = !view.place().belowTheLine();
            root.getChildren().add(entry(view));
        }
    }

    private Node entry(View view) {
        var name = new Label(messages.text(view.title()));
        name.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(name, Priority.ALWAYS);
        var count = new Label();
        count.getStyleClass().add("count");
        count.setMinWidth(Label.USE_PREF_SIZE);
        drawn.follow(view.badge(), badge -> show(badge, count));
        var icon = new FontIcon(view.icon());
        var line = new HBox(10, icon, name, count);
        line.setAlignment(Pos.CENTER_LEFT);
        var button = new Button(null, line);
        button.setId("nav-" + view.place().name().toLowerCase(Locale.ROOT));
        button.getStyleClass().setAll("navigation-entry");
        button.setMaxWidth(Double.MAX_VALUE);
        button.setAccessibleText(name.getText());
        line.prefWidthProperty().bind(button.widthProperty().subtract(22));
        button.setOnAction(_ -> views.show(view.place()));
        drawn.follow(
                views.shown(),
                shown -> button.pseudoClassStateChanged(CHOSEN, shown.equals(Optional.of(view))));
        return button;
    }

    private void show(Badge badge, Label count) {
        count.setText(badge.count() < 0 ? "" : messages.quantities().number(badge.count()));
        badge.tone().paint(count);
    }
}
