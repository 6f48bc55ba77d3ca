package dev.pileus.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/// The results as text: a line for each discipline, and for each contender after the first how many
/// times as long it takes.
record Table(Results results) {
    String text() {
        var rows = new ArrayList<List<String>>();
        var head = new ArrayList<String>(List.of("median"));
        head.addAll(results.contenders());
        rows.add(head);
        for (var discipline : results.disciplines()) {
            rows.add(row(discipline));
        }
        return rows.stream()
                .map(row -> line(row, rows))
                .collect(Collectors.joining("\n", "", "\n"));
    }

    /// As people read it.
    static String text(Duration took) {
        var millis = took.toNanos() / 1e6;
        return millis < 1000
                ? String.format(Locale.ROOT, "%.0f ms", millis)
                : String.format(Locale.ROOT, "%.1f s", millis / 1000);
    }

    private List<String> row(String discipline) {
        var row = new ArrayList<String>(List.of(discipline));
        var first = results.contenders().getFirst();
        for (var contender : results.contenders()) {
            row.add(
                    results.median(discipline, contender)
                            .map(took -> text(took) + ratio(discipline, contender, first))
                            .orElse("-"));
        }
        return row;
    }

    private String ratio(String discipline, String contender, String first) {
        var base = results.median(discipline, first);
        var own = results.median(discipline, contender);
        return contender.equals(first) || base.isEmpty() || own.isEmpty()
                ? ""
                : String.format(
                        Locale.ROOT,
                        " (x%.1f)",
                        (double) own.get().toNanos() / base.get().toNanos());
    }

    private static String line(List<String> row, List<List<String>> rows) {
        var line = new StringBuilder();
        for (int i = 0; i < row.size(); i++) {
            var column = i;
            var width = rows.stream().mapToInt(each -> each.get(column).length()).max().orElse(0);
            line.append(row.get(i)).append(" ".repeat(width - row.get(i).length() + 2));
        }
        return line.toString().stripTrailing();
    }
}
