package dev.pileus.cli.sql;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What the daemon answers.
///
/// @param results one for each statement
public record SqlAnswer(@JsonProperty("Results") List<Result> results) {
    public SqlAnswer {
        results = List.copyOf(results);
    }

    /// What one statement gave.
    ///
    /// @param type `select` or `exec`
    public record Result(
            String type,
            List<String> columns,
            List<List<@Nullable Object>> rows,
            long rowsAffected) {
        public Result {
            columns = List.copyOf(columns);
            var copies = new ArrayList<List<@Nullable Object>>(rows.size());
            for (var row : rows) {
                // List.copyOf refuses the NULLs that rows may hold
                copies.add(Collections.unmodifiableList(new ArrayList<>(row)));
            }
            rows = Collections.unmodifiableList(copies);
        }

        boolean isChange() {
            return type.equals("exec");
        }
    }

    /// What it is asked.
    ///
    /// @param database `global` or `local`
    public record Question(String database, String query) {}
}
