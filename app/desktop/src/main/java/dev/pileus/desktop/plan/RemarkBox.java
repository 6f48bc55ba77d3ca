package dev.pileus.desktop.plan;

import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/// A remark, drawn.
final class RemarkBox extends VBox {
    RemarkBox(Remark remark) {
        getStyleClass().addAll("verdict", remark.severity().styleClass());
        getChildren().add(line(remark.headline(), "headline"));
        if (!remark.detail().isEmpty()) {
            getChildren().add(line(remark.detail(), "detail"));
        }
    }

    private static Label line(String text, String styleClass) {
        var label = new Label(text);
        label.setWrapText(true);
        label.setMinHeight(USE_PREF_SIZE);
        label.getStyleClass().add(styleClass);
        return label;
    }
}
