package dev.pileus.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Tables in boxes, as the stock clients draw them.
///
/// @param columns their titles
/// @param rows as many texts in each as there are titles
public record TextTable(List<String> columns, List<List<String>> rows) {
    public TextTable {
        columns = List.copyOf(columns);
        rows = rows.stream().map(List::copyOf).toList();
    }

    /// With a line break at its end.
    public String text() {
        var widths = IntStream.range(0, columns.size()).map(this::width).toArray();
        var rule =
                IntStream.of(widths)
                        .mapToObj(width -> "-".repeat(width + 2))
                        .collect(Collectors.joining("+", "+", "+"));
        var lines = new ArrayList<String>();
        lines.add(rule);
        lines.add(line(IntStream.range(0, widths.length).mapToObj(i -> centred(i, widths[i]))));
        lines.add(rule);
        for (var row : rows) {
            lines.add(
                    line(IntStream.range(0, widths.length).mapToObj(i -> left(row, i, widths[i]))));
            lines.add(rule);
        }
        return String.join("\n", lines) + "\n";
    }

    private int width(int column) {
        var widest = rows.stream().mapToInt(row -> row.get(column).length()).max().orElse(0);
        return Math.max(widest, columns.get(column).length());
    }

    private String centred(int column, int width) {
        var title = columns.get(column);
        var before = (width - title.length()) / 2;
        return " ".repeat(before) + title + " ".repeat(width - title.length() - before);
    }

    private static String left(List<String> row, int column, int width) {
        var text = row.get(column);
        return text + " ".repeat(width - text.length());
    }

    private static String line(Stream<String> cells) {
        return cells.collect(Collectors.joining(" | ", "| ", " |"));
    }
}
