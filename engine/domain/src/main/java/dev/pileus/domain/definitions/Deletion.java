package dev.pileus.domain.definitions;

import dev.pileus.api.ApiException;
import dev.pileus.database.Batch;
import dev.pileus.database.Database;
import dev.pileus.database.Decision;
import dev.pileus.database.Reader;

/// Removes a definition: from the hosts of its members first, from the database last. While that
/// goes on, and when it fails, it is [Stage#ERRORED]: it can be deleted again, or created again.
final class Deletion {
    private final Database database;
    private final Kind kind;
    private final HostWork hostWork;
    private final DefinitionQueries queries;
    private final DefinitionStatements statements;

    Deletion(Database database, Kind kind, HostWork hostWork) {
        this.database = database;
        this.kind = kind;
        this.hostWork = hostWork;
        this.queries = new DefinitionQueries(kind.tables());
        this.statements = new DefinitionStatements(kind.tables());
    }

    void run(Scope scope, String name) {
        var definition = database.readLatest(reader -> unused(reader, scope, name));
        var made =
                definition.parts().stream().filter(part -> part.stage() != Stage.PENDING).toList();
        if (!made.isEmpty()) {
            // a member that is down is told before anything changes
            hostWork.demandAlive(made);
            database.decide(reader -> {
                var present = unused(reader, scope, name);
                return new Decision<>(
                        Batch.of(statements.change(present, Stage.ERRORED, present.description())),
                        "");
            });
            try {
                hostWork.everywhere(Task.Action.DELETE, scope, definition, made);
            } catch (ApiException e) {
                goOnWith(scope, name);
                throw e;
            }
        }
        database.decide(reader ->
                new Decision<>(Batch.of(statements.delete(unused(reader, scope, name))), ""));
    }

    /// Where the first member refused, it is as if nobody had tried.
    private void goOnWith(Scope scope, String name) {
        database.decide(reader -> {
            var present =
                    queries.find(reader, scope, name).orElseThrow(() -> kind.words().notFound());
            var whole = present.parts().stream().allMatch(part -> part.stage() == Stage.CREATED);
            return whole
                    ? new Decision<>(
                            Batch.of(
                                    statements.change(
                                            present, Stage.CREATED, present.description())),
                            name)
                    : Decision.unchanged(name);
        });
    }

    private Definition unused(Reader reader, Scope scope, String name) {
        var definition =
                queries.find(reader, scope, name).orElseThrow(() -> kind.words().notFound());
        if (!kind.usedBy(reader, scope, definition).isEmpty()) {
            throw kind.words().inUse();
        }
        return definition;
    }
}
