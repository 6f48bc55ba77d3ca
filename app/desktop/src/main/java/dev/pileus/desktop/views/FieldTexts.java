package dev.pileus.desktop.views;

import dev.pileus.desktop.i18n.Messages;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/// What filters can ask of a row: fields by the column's id or by its title in the user's language,
/// values as shown and as the server calls them.
final class FieldTexts<T> {
    private final List<Column<T>> columns;
    private final Messages messages;

    FieldTexts(List<Column<T>> columns, Messages messages) {
        this.columns = columns;
        this.messages = messages;
    }

    /// Texts of a field.
    ///
    /// @param field in lower case; the beginning is enough; empty: all fields
    List<String> of(T row, String field) {
        return columns.stream()
                .filter(column -> isCalled(column, field))
                .flatMap(column -> texts(column, row))
                .toList();
    }

    private boolean isCalled(Column<T> column, String field) {
        return column.id().startsWith(field)
                || messages.text(column.titleKey()).toLowerCase(Locale.ROOT).startsWith(field);
    }

    private Stream<String> texts(Column<T> column, T row) {
        return Stream.of(messages.text(column.text().apply(row)), column.raw().apply(row));
    }
}
