package dev.pileus.desktop.views;

import dev.pileus.desktop.actions.ActionMenu;
import dev.pileus.desktop.actions.Entity;
import dev.pileus.desktop.i18n.Messages;
import dev.pileus.desktop.shell.Shell;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.input.ContextMenuEvent;
import org.jspecify.annotations.Nullable;

/// The rows of a listing in a [TableView]: sorted, filtered, and kept so that an update moves
/// neither the selection nor the scroll position.
final class EntityTable<T> {
    private final TableView<Row<T>> view;
    private final Shell shell;
    private final Messages messages;
    private final Rows<T> rows;
    private final FieldTexts<T> fields;
    private final ColumnFit fit;
    private Filter filter = Filter.parse("");
    private boolean arranging;

    /// @param columns as the user had them
    EntityTable(
            TableView<Row<T>> view,
            Listing<T> listing,
            Shell shell,
            Messages messages,
            Map<String, ColumnMemory.State> columns) {
        this.view = view;
        this.shell = shell;
        this.messages = messages;
        this.rows = new Rows<>(listing);
        this.fields = new FieldTexts<>(listing.columns(), messages);
        for (var column : listing.columns()) {
            var usual = ColumnMemory.State.usual(column);
            view.getColumns().add(column(column, columns.getOrDefault(column.id(), usual)));
        }
        fit = new ColumnFit(view);
        fit.install();
        view.setSortPolicy(_ -> arrange());
        view.setContextMenu(new ContextMenu());
        // A filter: the menu must be filled before the table shows it.
        view.addEventFilter(ContextMenuEvent.CONTEXT_MENU_REQUESTED, _ -> offerActions());
        view.getSelectionModel().selectedItemProperty().addListener((_, _, row) -> choose(row));
    }

    void update(List<T> values) {
        rows.update(values);
        arrange();
    }

    void narrow(Filter wanted) {
        filter = wanted;
        arrange();
    }

    /// How many rows there are, shown or not.
    int size() {
        return rows.all().size();
    }

    /// Marks what was selected elsewhere, where it is among the rows.
    void mark(Optional<Entity> entity) {
        var model = view.getSelectionModel();
        var marked = Optional.ofNullable(model.getSelectedItem()).map(Row::entity);
        if (arranging || marked.equals(entity)) {
            return;
        }
        arranging = true;
        model.clearSelection();
        entity.flatMap(this::indexOf)
                .ifPresent(index -> {
                    model.select(index.intValue());
                    view.scrollTo(index.intValue());
                });
        arranging = false;
    }

    Map<String, ColumnMemory.State> columns() {
        return view.getColumns().stream()
                .collect(Collectors.toMap(TableColumn::getId, this::state));
    }

    private ColumnMemory.State state(TableColumn<?, ?> column) {
        return new ColumnMemory.State(fit.width(column), column.isVisible());
    }

    private TableColumn<Row<T>, T> column(Column<T> column, ColumnMemory.State state) {
        var shown =
                new TableColumn<Row<T>, T>(
                        messages.text(column.titleKey()).toUpperCase(messages.language().locale()));
        shown.setId(column.id());
        shown.setMinWidth(60);
        shown.setPrefWidth(state.width());
        shown.setVisible(state.visible());
        shown.setCellValueFactory(cell -> cell.getValue().value());
        shown.setCellFactory(_ -> new ValueCell<>(column, messages));
        shown.setComparator(column.comparator(messages));
        return shown;
    }

    /// Puts the rows in order; touches the table only where that changes something.
    private boolean arrange() {
        var wanted = inOrder(rows.all());
        var items = view.getItems();
        if (!items.equals(wanted)) {
            arranging = true;
            var selected = Optional.ofNullable(view.getSelectionModel().getSelectedItem());
            items.setAll(wanted);
            view.getSelectionModel().clearSelection();
            selected.map(wanted::indexOf)
                    .filter(index -> index >= 0)
                    .ifPresent(index -> view.getSelectionModel().select(index.intValue()));
            arranging = false;
        }
        return true;
    }

    private List<Row<T>> inOrder(Collection<Row<T>> all) {
        var let = all.stream().filter(this::isLet);
        var order = view.getComparator();
        return order == null ? let.toList() : let.sorted(order).toList();
    }

    private boolean isLet(Row<T> row) {
        return filter.isEmpty() || filter.lets(field -> fields.of(row.value().get(), field));
    }

    private Optional<Integer> indexOf(Entity entity) {
        var items = view.getItems();
        for (int index = 0; index < items.size(); index++) {
            if (items.get(index).entity().equals(entity)) {
                return Optional.of(index);
            }
        }
        return Optional.empty();
    }

    private void choose(@Nullable Row<T> row) {
        if (row != null && !arranging) {
            shell.selection().select(row.entity());
        }
    }

    private void offerActions() {
        var row = Optional.ofNullable(view.getSelectionModel().getSelectedItem());
        var items = view.getContextMenu().getItems();
        items.setAll(
                row.map(Row::entity)
                        .map(entity ->
                                ActionMenu.items(
                                        shell.actions().offeredFor(entity), entity, messages))
                        .orElse(List.of()));
    }
}
