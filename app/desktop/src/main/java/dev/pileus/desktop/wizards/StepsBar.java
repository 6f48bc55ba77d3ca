package dev.pileus.desktop.wizards;

import dev.pileus.desktop.i18n.Messages;
import dev.pileus.desktop.i18n.Phrase;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.kordamp.ikonli.javafx.FontIcon;

/// The numbered steps below a wizard's title: done, current, to come.
public final class StepsBar extends HBox {
    private final List<Phrase> names;
    private final Messages messages;

    public StepsBar(List<Phrase> names, Messages messages) {
        super(8);
        this.names = List.copyOf(names);
        this.messages = messages;
        setAlignment(Pos.CENTER_LEFT);
        getStyleClass().add("steps");
    }

    /// Marks one of the names as current; the steps before it are done.
    public void show(Phrase step) {
        int current = names.indexOf(step);
        getChildren().clear();
        for (int index = 0; index < names.size(); index++) {
            if (index > 0) {
                getChildren().add(dash());
            }
            getChildren().add(step(index, current));
        }
        setAccessibleText(messages.text(step));
    }

    private Node step(int index, int current) {
        boolean done = index < current;
        var mark = new StackPane(done ? new FontIcon("mdi2c-check-bold") : number(index));
        mark.getStyleClass().add("step-mark");
        var name = new Label(messages.text(names.get(index)));
        name.getStyleClass().add("step-name");
        var step = new HBox(8, mark, name);
        step.setAlignment(Pos.CENTER_LEFT);
        step.getStyleClass()
                .addAll("step", done ? "done" : index == current ? "current" : "to-come");
        return step;
    }

    private Node number(int index) {
        return new Label(messages.quantities().number(index + 1L));
    }

    private static Node dash() {
        var dash = new Region();
        dash.getStyleClass().add("step-dash");
        return dash;
    }
}
