package dev.pileus.desktop.shell;

import dev.pileus.desktop.search.Hit;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;

/// One line of what was found.
final class HitCell extends ListCell<Hit> {
    private final FontIcon icon = new FontIcon();
    private final Label title = new Label();
    private final Label detail = new Label();
    private final HBox line = new HBox(12, icon, title, detail);

    HitCell(Consumer<Hit> chosen) {
        line.setAlignment(Pos.CENTER_LEFT);
        title.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(title, Priority.ALWAYS);
        detail.getStyleClass().add("quiet-text");
        detail.setMinWidth(0);
        getStyleClass().add("search-hit");
        setPrefWidth(0);
        setOnMouseClicked(_ -> {
            if (getItem() != null) {
                chosen.accept(getItem());
            }
        });
    }

    @Override
    protected void updateItem(@Nullable Hit hit, boolean empty) {
        super.updateItem(hit, empty);
        setText(null);
        if (hit == null || empty) {
            setGraphic(null);
            return;
        }
        icon.setIconCode(hit.icon());
        title.setText(hit.title());
        detail.setText(hit.detail());
        setAccessibleText(hit.title() + " " + hit.detail());
        setGraphic(line);
    }
}
