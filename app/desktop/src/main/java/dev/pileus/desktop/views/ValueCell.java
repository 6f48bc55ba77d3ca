package dev.pileus.desktop.views;

import dev.pileus.desktop.i18n.Messages;
import javafx.scene.control.TableCell;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/// A cell that says one column's text of a row, with a dot where the column has one. A text that
/// does not fit can be read in a tooltip.
final class ValueCell<T> extends TableCell<Row<T>, T> {
    private final Column<T> column;
    private final Messages messages;
    private final Region dot = new Region();
    private final Tooltip whole = new Tooltip();

    ValueCell(Column<T> column, Messages messages) {
        this.column = column;
        this.messages = messages;
        dot.getStyleClass().add("dot");
        textTruncatedProperty().subscribe(cut -> setTooltip(cut ? whole : null));
        getStyleClass().add("column-" + column.id());
        if (column.manner().code()) {
            getStyleClass().add("mono");
        }
    }

    @Override
    protected void updateItem(@Nullable T value, boolean empty) {
        super.updateItem(value, empty);
        if (value == null || empty) {
            setText(null);
            setGraphic(null);
            return;
        }
        var text = messages.text(column.text().apply(value));
        setText(text);
        whole.setText(text);
        var tone = column.manner().dot();
        tone.ifPresent(of -> of.apply(value).paint(dot));
        setGraphic(tone.isPresent() ? dot : null);
    }
}
