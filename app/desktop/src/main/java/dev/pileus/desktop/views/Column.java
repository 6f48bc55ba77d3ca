package dev.pileus.desktop.views;

import dev.pileus.desktop.i18n.Messages;
import dev.pileus.desktop.i18n.Phrase;
import dev.pileus.desktop.theme.Tone;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// A column of a table of `T`.
///
/// @param id names it in filters (`status:running`) and in the settings; its title is the text
///   `views.column.ID`
/// @param width to begin with, in pixels
/// @param raw what the server calls the value, where the text is translated: filters know both
/// @param order null: by the text, numbers in it counted as numbers
/// @param manner how it is drawn
record Column<T>(
        String id,
        double width,
        Function<T, Phrase> text,
        Function<T, String> raw,
        @Nullable Comparator<T> order,
        Manner<T> manner) {

    /// How a column is drawn.
    ///
    /// @param dot colour of a dot before the text
    /// @param code whether it is for machines rather than people: even letters
    /// @param spare whether it is hidden until the user asks for it
    record Manner<T>(Optional<Function<T, Tone>> dot, boolean code, boolean spare) {
        static <T> Manner<T> plain() {
            return new Manner<>(Optional.empty(), false, false);
        }
    }

    /// What the server sent, as it is.
    static <T> Column<T> of(String id, double width, Function<T, String> value) {
        return new Column<>(
                id, width, value.andThen(Phrase::verbatim), value, null, Manner.plain());
    }

    /// A word that is translated.
    static <T> Column<T> word(
            String id, double width, Function<T, Phrase> text, Function<T, String> raw) {
        return new Column<>(id, width, text, raw, null, Manner.plain());
    }

    /// A moment; the epoch stands for "never".
    static <T> Column<T> moment(String id, double width, Function<T, Instant> value) {
        return new Column<>(
                id,
                width,
                row -> said(value.apply(row)),
                _ -> "",
                Comparator.comparing(value),
                Manner.plain());
    }

    /// A number.
    static <T> Column<T> number(String id, double width, Function<T, Integer> value) {
        return new Column<>(
                id,
                width,
                row -> Phrase.verbatim(Integer.toString(value.apply(row))),
                _ -> "",
                Comparator.comparing(value),
                Manner.plain());
    }

    /// The same with a dot.
    Column<T> dotted(Function<T, Tone> tone) {
        return drawn(new Manner<>(Optional.of(tone), manner.code(), manner.spare()));
    }

    /// The same in even letters.
    Column<T> code() {
        return drawn(new Manner<>(manner.dot(), true, manner.spare()));
    }

    /// The same, hidden until the user asks for it.
    Column<T> spare() {
        return drawn(new Manner<>(manner.dot(), manner.code(), true));
    }

    String titleKey() {
        return "views.column." + id;
    }

    Comparator<T> comparator(Messages messages) {
        return order == null
                ? Comparator.comparing(
                        row -> messages.text(text.apply(row)), NaturalOrder.IGNORING_CASE)
                : order;
    }

    private Column<T> drawn(Manner<T> other) {
        return new Column<>(id, width, text, raw, order, other);
    }

    private static Phrase said(Instant moment) {
        return moment.getEpochSecond() <= 0 ? Phrase.verbatim("") : new Phrase.Moment(moment);
    }
}
