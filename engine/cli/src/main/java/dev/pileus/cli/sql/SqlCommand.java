package dev.pileus.cli.sql;

import dev.pileus.cli.CommandException;
import dev.pileus.cli.Console;
import dev.pileus.cli.StateDirectory;
import dev.pileus.client.ClientException;
import dev.pileus.client.ServerApi;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `sql`: looks into a member's databases, and changes them by hand (CONTRACT 19.5).
@Command(
        name = "sql",
        description = {
            "Asks the cluster's database (global) or the member's own (local) in SQL.",
            "Changes go to all members, together or not at all, and nobody checks their sense."
        },
        mixinStandardHelpOptions = true)
public final class SqlCommand implements Runnable {
    @Mixin private final StateDirectory directory = new StateDirectory();
    @Mixin private final Console console = new Console();

    @Parameters(index = "0", paramLabel = "global|local", description = "which database")
    private String database = "";

    @Parameters(
            index = "1",
            paramLabel = "QUERY",
            description =
                    "SQL; - reads standard input; .schema and .dump write the database as SQL")
    private String query = "";

    @Option(
            names = {"-f", "--format"},
            paramLabel = "FORMAT",
            defaultValue = "table",
            description = "${COMPLETION-CANDIDATES}")
    private SqlFormat format = SqlFormat.table;

    @Override
    public void run() {
        if (!List.of("global", "local").contains(database)) {
            throw new CommandException("Invalid database type");
        }
        try (var member = directory.open()) {
            console.tell(answer(member));
        } catch (ClientException e) {
            throw CommandException.of(e);
        }
    }

    private String answer(ServerApi member) {
        if (query.equals(".schema") || query.equals(".dump")) {
            return member.internal().sql(database, query.equals(".dump"));
        }
        var script = query.equals("-") ? console.input() : query;
        return text(
                member.internal()
                        .post(new SqlAnswer.Question(database, script), SqlAnswer.class, "sql")
                        .results());
    }

    private String text(List<SqlAnswer.Result> results) {
        var text = new StringBuilder();
        for (var i = 0; i < results.size(); i++) {
            if (results.size() > 1) {
                text.append("=> Query %d:%n%n".formatted(i));
            }
            text.append(text(results.get(i)));
            if (results.size() > 1) {
                text.append(System.lineSeparator());
            }
        }
        return text.toString();
    }

    private String text(SqlAnswer.Result result) {
        return result.isChange()
                ? "Rows affected: %d%n".formatted(result.rowsAffected())
                : format.text(result);
    }
}
