package dev.pileus.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Tables in boxes, as the stock clients draw them.
///
/// @param columns their titles
/// @param rows as many texts in each as there are titles
public record TextTable(List<String> columns, List<List<String>> rows) {
    public TextTable {
        columns = List.copyOf(columns);
        rows = rows.stream().map(List::copyOf).toList();
    }

    /// With a line break at its end. A text of several lines stays in its column.
    public String text() {
        var widths = IntStream.range(0, columns.size()).map(this::width).toArray();
        var rule =
                IntStream.of(widths)
                        .mapToObj(width -> "-".repeat(width + 2))
                        .collect(Collectors.joining("+", "+", "+"));
        var lines = new ArrayList<String>();
        lines.add(rule);
        lines.add("| " + String.join(" | ", titles(widths)) + " |");
        lines.add(rule);
        for (var row : rows) {
            lines(row, widths).forEach(cells -> lines.add("| " + String.join(" | ", cells) + " |"));
            lines.add(rule);
        }
        return String.join("\n", lines) + "\n";
    }

    /// Without the boxes.
    public String compact() {
        var widths = IntStream.range(0, columns.size()).map(this::width).toArray();
        var lines = new ArrayList<String>();
        lines.add(" " + String.join("   ", titles(widths)) + " ");
        for (var row : rows) {
            lines(row, widths).forEach(cells -> lines.add(" " + String.join("   ", cells) + " "));
        }
        return String.join("\n", lines) + "\n";
    }

    private int width(int column) {
        var widest = rows.stream().flatMap(row -> row.get(column).lines()).mapToInt(String::length);
        return Math.max(widest.max().orElse(0), columns.get(column).length());
    }

    private List<String> titles(int[] widths) {
        return IntStream.range(0, widths.length)
                .mapToObj(column -> {
                    var title = columns.get(column);
                    var before = (widths[column] - title.length()) / 2;
                    return " ".repeat(before) + left(title, widths[column] - before);
                })
                .toList();
    }

    /// A row as the lines that it takes, each with a text for every column.
    private static List<List<String>> lines(List<String> row, int[] widths) {
        var texts = row.stream().map(text -> text.lines().toList()).toList();
        var height = Math.max(1, texts.stream().mapToInt(List::size).max().orElse(1));
        return IntStream.range(0, height)
                .mapToObj(line ->
                        IntStream.range(0, widths.length)
                                .mapToObj(column -> {
                                    var there = texts.get(column);
                                    return left(
                                            line < there.size() ? there.get(line) : "",
                                            widths[column]);
                                })
                                .toList())
                .toList();
    }

    private static String left(String text, int width) {
        return text + " ".repeat(width - text.length());
    }
}
