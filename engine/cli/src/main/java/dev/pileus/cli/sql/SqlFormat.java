package dev.pileus.cli.sql;

import dev.pileus.api.Json;
import dev.pileus.cli.TextTable;
import dev.pileus.cli.YamlText;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// How rows are written.
enum SqlFormat {
    table {
        @Override
        String text(SqlAnswer.Result result) {
            return new TextTable(titles(result), cells(result)).text();
        }
    },
    compact {
        @Override
        String text(SqlAnswer.Result result) {
            return new TextTable(titles(result), cells(result)).compact();
        }
    },
    csv {
        @Override
        String text(SqlAnswer.Result result) {
            return cells(result).stream()
                    .map(row -> row.stream().map(SqlFormat::field).collect(Collectors.joining(",")))
                    .map(line -> line + "\n")
                    .collect(Collectors.joining());
        }
    },
    json {
        @Override
        String text(SqlAnswer.Result result) {
            return Json.mapper().writeValueAsString(objects(result)) + "\n";
        }
    },
    yaml {
        @Override
        String text(SqlAnswer.Result result) {
            return YamlText.of(objects(result));
        }
    };

    abstract String text(SqlAnswer.Result result);

    private static List<String> titles(SqlAnswer.Result result) {
        return result.columns().stream()
                .map(column -> column.replace('_', ' ').toUpperCase(Locale.ROOT))
                .toList();
    }

    private static List<List<String>> cells(SqlAnswer.Result result) {
        return result.rows().stream()
                .map(row -> row.stream().map(SqlFormat::cell).toList())
                .toList();
    }

    /// A table has one line for each row.
    private static String cell(@Nullable Object value) {
        return value == null ? "<nil>" : value.toString();
    }

    private static String field(String text) {
        return text.matches("(?s).*[\",\r\n].*") ? '"' + text.replace("\"", "\"\"") + '"' : text;
    }

    private static List<Map<String, @Nullable Object>> objects(SqlAnswer.Result result) {
        return result.rows().stream().map(row -> object(result.columns(), row)).toList();
    }

    private static Map<String, @Nullable Object> object(
            List<String> columns, List<@Nullable Object> row) {
        var object = new LinkedHashMap<String, @Nullable Object>();
        for (var i = 0; i < columns.size(); i++) {
            object.put(columns.get(i), row.get(i));
        }
        return object;
    }
}
