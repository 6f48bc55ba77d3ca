package dev.pileus.desktop.plan;

import dev.pileus.model.store.InstanceKey;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;
import org.jspecify.annotations.Nullable;

/// The instances of a plan, one a row; as high as its rows, up to a point.
final class PlanTable {
    private static final int ROWS_SHOWN = 8;
    private static final double HEAD_HEIGHT = 34;

    private final TableView<PlanSheet.Row> table;
    private final Locale locale;
    private final Label nothing = new Label();
    private Map<InstanceKey, State> states = Map.of();

    /// @param columns instance, action, place, meanwhile, why
    PlanTable(
            TableView<PlanSheet.Row> table,
            List<TableColumn<PlanSheet.Row, PlanSheet.Row>> columns,
            Locale locale) {
        this.table = table;
        this.locale = locale;
        nothing.getStyleClass().add("quiet-text");
        table.setPlaceholder(nothing);
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        table.setSelectionModel(null);
        draw(columns.get(0), PlanSheet.Row::instance, _ -> "strong");
        draw(columns.get(1), PlanSheet.Row::action, PlanTable::tone);
        draw(columns.get(2), PlanSheet.Row::place, PlanTable::placeStyle);
        draw(columns.get(3), PlanSheet.Row::meanwhile, PlanTable::tone);
        draw(columns.get(4), this::lastText, this::lastStyle);
        columns.forEach(column -> column.setSortable(false));
        columns.forEach(column -> column.setReorderable(false));
    }

    void show(PlanSheet sheet) {
        states = Map.of();
        for (int i = 0; i < sheet.heads().size(); i++) {
            table.getColumns().get(i).setText(sheet.heads().get(i).toUpperCase(locale));
        }
        nothing.setText(sheet.nothing());
        table.getItems().setAll(sheet.rows());
        var rows = Math.clamp(sheet.rows().size(), 1, ROWS_SHOWN);
        var height = HEAD_HEIGHT + rows * table.getFixedCellSize();
        table.setFocusTraversable(sheet.rows().size() > ROWS_SHOWN);
        table.setMinHeight(height);
        table.setPrefHeight(height);
    }

    /// Says in the last column how it goes instead of why.
    ///
    /// @param head of the column from now on
    /// @param newStates words for the instances that have any
    void showStates(String head, Map<InstanceKey, State> newStates) {
        if (!newStates.equals(states)) {
            states = Map.copyOf(newStates);
            table.getColumns().getLast().setText(head.toUpperCase(locale));
            table.refresh();
        }
    }

    /// How it goes with one instance, or how it went.
    record State(String text, Severity severity) {}

    private String lastText(PlanSheet.Row row) {
        var state = states.get(row.key());
        return state == null ? row.why() : state.text();
    }

    private String lastStyle(PlanSheet.Row row) {
        var state = states.get(row.key());
        return state == null ? "faint" : style(state.severity());
    }

    private static String tone(PlanSheet.Row row) {
        return style(row.severity());
    }

    private static String style(Severity severity) {
        return switch (severity) {
            case OK -> "plain";
            case CAUTION -> "caution";
            case DANGER -> "danger";
        };
    }

    private static String placeStyle(PlanSheet.Row row) {
        return row.severity() == Severity.DANGER ? "danger" : "strong";
    }

    private static void draw(
            TableColumn<PlanSheet.Row, PlanSheet.Row> column,
            Function<PlanSheet.Row, String> text,
            Function<PlanSheet.Row, String> style) {
        column.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(row.getValue()));
        column.setCellFactory(_ ->
                new TableCell<>() {
                    private final Tooltip whole = new Tooltip();

                    {
                        whole.textProperty().bind(textProperty());
                        textTruncatedProperty().subscribe(cut -> setTooltip(cut ? whole : null));
                    }

                    @Override
                    protected void updateItem(PlanSheet.@Nullable Row row, boolean empty) {
                        super.updateItem(row, empty);
                        getStyleClass().removeAll("plain", "strong", "faint", "caution", "danger");
                        if (row == null || empty) {
                            setText("");
                        } else {
                            setText(text.apply(row));
                            getStyleClass().add(style.apply(row));
                        }
                    }
                });
    }
}
