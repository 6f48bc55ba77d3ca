package dev.pileus.desktop.shell;

import dev.pileus.desktop.i18n.Messages;
import javafx.collections.ObservableList;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;

/// The notices across the top of the centre, newest on top, at most three at a time.
final class NoticeBars {
    private static final int MOST = 3;

    private final ObservableList<Notice> notices;
    private final Messages messages;

    NoticeBars(ObservableList<Notice> notices, Messages messages) {
        this.notices = notices;
        this.messages = messages;
    }

    void drawInto(Pane place) {
        place.getChildren().setAll(notices.reversed().stream().limit(MOST).map(this::bar).toList());
    }

    private Node bar(Notice notice) {
        var text = new Label(messages.text(notice.text()));
        text.setWrapText(true);
        text.setMaxWidth(Double.MAX_VALUE);
        text.setMinHeight(Label.USE_PREF_SIZE);
        HBox.setHgrow(text, Priority.ALWAYS);
        var bar = new HBox(12, text);
        bar.setAlignment(Pos.CENTER_LEFT);
        bar.getStyleClass().add("notice");
        notice.tone().paint(bar);
        for (var choice : notice.choices()) {
            bar.getChildren().add(button(notice, choice));
        }
        bar.getChildren().add(dismissal(notice));
        return bar;
    }

    private Button button(Notice notice, Notice.Choice choice) {
        var button = new Button(messages.text(choice.title()));
        button.setMinWidth(Button.USE_PREF_SIZE);
        button.setOnAction(_ -> {
            notices.remove(notice);
            choice.run().run();
        });
        return button;
    }

    private Button dismissal(Notice notice) {
        var button = new Button("", new FontIcon(MaterialDesignC.CLOSE));
        button.getStyleClass().add("tool");
        button.setAccessibleText(messages.text("shell.notice.dismiss"));
        button.setOnAction(_ -> notices.remove(notice));
        return button;
    }
}
