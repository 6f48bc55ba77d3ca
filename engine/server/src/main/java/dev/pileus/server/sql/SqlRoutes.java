package dev.pileus.server.sql;

import dev.pileus.api.ApiException;
import dev.pileus.database.Database;
import dev.pileus.server.http.Access;
import dev.pileus.server.http.Answer;
import dev.pileus.server.http.Request;
import dev.pileus.server.http.RouteTable;
import dev.pileus.server.http.Routes;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// `/internal/sql`, as `incus admin sql` and ours ask it (CONTRACT 19.5).
public final class SqlRoutes implements Routes {
    private static final Logger LOG = LoggerFactory.getLogger(SqlRoutes.class);
    private static final String SQL = "/internal/sql";

    private final Database global;
    private final Database local;

    public SqlRoutes(Database global, Database local) {
        this.global = global;
        this.local = local;
    }

    @Override
    public void addTo(RouteTable.Builder table) {
        table.get(SQL, Access.TRUSTED, this::dump).post(SQL, Access.TRUSTED, this::run);
    }

    private Answer dump(Request request) {
        var database = database(request.query("database"));
        var rows = !request.query("schema").equals("1");
        return Answer.of(new Dump(database.read(reader -> SqlDump.of(reader, rows))));
    }

    private Answer run(Request request) {
        var wanted = request.document(Script.class);
        var results = SqlRun.of(database(wanted.database()), wanted.query());
        if (results.stream().anyMatch(result -> result.type().equals("exec"))) {
            LOG.warn(
                    "{} has changed the {} database by hand",
                    request.caller().username(),
                    wanted.database());
        }
        return Answer.of(new SqlRun.Results(results));
    }

    private Database database(String name) {
        return switch (name) {
            case "global" -> global;
            case "local" -> local;
            default -> throw new ApiException(400, "Invalid database type");
        };
    }

    /// What a document leaves out is empty, and refused as that.
    record Script(String database, String query) {
        Script {
            database = database == null ? "" : database;
            query = query == null ? "" : query;
        }
    }

    private record Dump(String text) {}
}
