package dev.pileus.server.sql;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.pileus.api.ApiException;
import dev.pileus.database.Batch;
import dev.pileus.database.Database;
import dev.pileus.database.DatabaseException;
import dev.pileus.database.NoLeaderException;
import dev.pileus.database.Rows;
import dev.pileus.database.Statement;
import dev.pileus.database.WriteOutcome;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Runs a script on one database. Changes that follow each other are applied together or not at
/// all.
final class SqlRun {
    private final Database database;
    private final List<Result> results = new ArrayList<>();
    private final List<Statement> changes = new ArrayList<>();

    private SqlRun(Database database) {
        this.database = database;
    }

    /// @throws ApiException 400 if a statement cannot run; the changes beside it are not made
    static List<Result> of(Database database, String script) {
        var statements = SqlTokens.statements(script);
        if (statements.isEmpty()) {
            throw new ApiException(400, "No query provided");
        }
        var run = new SqlRun(database);
        // all are looked at before the first one runs
        var changing = statements.stream().map(SqlStatement::changes).toList();
        for (var i = 0; i < statements.size(); i++) {
            if (changing.get(i)) {
                run.changes.add(Statement.of(statements.get(i).text()));
            } else {
                run.write();
                run.ask(statements.get(i).text());
            }
        }
        run.write();
        return List.copyOf(run.results);
    }

    private void ask(String sql) {
        try {
            results.add(Result.of(database.read(reader -> reader.select(sql))));
        } catch (NoLeaderException e) {
            throw e;
        } catch (DatabaseException e) {
            var words = String.valueOf(e.getMessage());
            var prefix = "cannot ask \"" + sql + "\": ";
            throw failed(words.startsWith(prefix) ? words.substring(prefix.length()) : words);
        }
    }

    private void write() {
        if (changes.isEmpty()) {
            return;
        }
        switch (database.write(new Batch(changes))) {
            case WriteOutcome.Applied(var rows) ->
                    rows.forEach(count -> results.add(Result.changed(count)));
            case WriteOutcome.BrokenConstraint broken -> throw failed(broken.message());
            case WriteOutcome.Unusable unusable -> throw failed(unusable.message());
            case WriteOutcome.Overtaken overtaken ->
                    throw new IllegalStateException("no statement expects rows: " + overtaken);
        }
        changes.clear();
    }

    private static ApiException failed(String why) {
        return new ApiException(400, "Failed to execute query: " + why);
    }

    /// As the stock clients read it.
    record Result(
            String type,
            List<String> columns,
            List<List<@Nullable Object>> rows,
            long rowsAffected) {
        static Result of(Rows rows) {
            return new Result("select", rows.columns(), rows.values(), 0);
        }

        static Result changed(int rows) {
            return new Result("exec", List.of(), List.of(), rows);
        }
    }

    /// @param results one for each statement
    record Results(@JsonProperty("Results") List<Result> results) {}
}
