package dev.pileus.domain.definitions;

import dev.pileus.database.Batch;
import dev.pileus.database.Database;
import dev.pileus.database.Decision;
import dev.pileus.database.Reader;
import java.util.List;

/// The last step of a creation. From its beginning until it has succeeded on every member the
/// definition is [Stage#ERRORED], so that a member that dies half-way leaves a truth behind; what
/// was made stays made, and the step can be repeated.
final class Creation {
    private final Database database;
    private final Kind kind;
    private final HostWork hostWork;
    private final DefinitionQueries queries;
    private final DefinitionStatements statements;

    Creation(Database database, Kind kind, HostWork hostWork) {
        this.database = database;
        this.kind = kind;
        this.hostWork = hostWork;
        this.queries = new DefinitionQueries(kind.tables());
        this.statements = new DefinitionStatements(kind.tables());
    }

    void run(Scope scope, NewDefinition wanted) {
        var atOnce = database.decide(reader -> begin(reader, scope, wanted));
        try {
            var definition = known(scope, wanted.name());
            var missing =
                    definition.parts().stream()
                            .filter(part -> part.stage() != Stage.CREATED)
                            .toList();
            hostWork.demandAlive(missing);
            hostWork.everywhere(Task.Action.CREATE, scope, definition, missing);
        } catch (RuntimeException e) {
            if (atOnce) {
                forget(scope, wanted.name());
            }
            throw e;
        }
        database.decide(reader -> {
            var definition = known(reader, scope, wanted.name());
            return new Decision<>(
                    Batch.of(
                            statements.change(definition, Stage.CREATED, definition.description())),
                    "");
        });
    }

    /// Whether it was not even defined before.
    private Decision<Boolean> begin(Reader reader, Scope scope, NewDefinition wanted) {
        var members = DefinitionQueries.locations(reader);
        var present = queries.find(reader, scope, wanted.name());
        return present.isEmpty()
                ? new Decision<>(beginAtOnce(reader, scope, wanted, members), true)
                : new Decision<>(beginDefined(reader, present.get(), wanted, members), false);
    }

    private Batch beginAtOnce(
            Reader reader, Scope scope, NewDefinition wanted, List<Location> members) {
        if (members.size() != 1) {
            throw kind.words().notPendingAnywhere();
        }
        var keys = Keys.of(kind, kind.complete(reader, wanted));
        return Batch.builder()
                .add(statements.insert(scope, wanted.name(), wanted.type(), wanted.description()))
                .add(
                        statements.insertPart(
                                scope,
                                wanted.name(),
                                members.getFirst().id(),
                                Stage.PENDING,
                                keys.ofMember()))
                .add(statements.insertConfig(scope, wanted.name(), keys.ofAll()))
                .build();
    }

    private Batch beginDefined(
            Reader reader, Definition definition, NewDefinition wanted, List<Location> members) {
        if (definition.stage() == Stage.CREATED) {
            throw kind.words().alreadyCreated(wanted.name());
        }
        if (!definition.type().equals(wanted.type())) {
            throw kind.words().typeDiffers(wanted.type(), definition.type());
        }
        wanted.config().keySet().stream()
                .filter(kind::isMemberSpecific)
                .sorted()
                .findFirst()
                .ifPresent(key -> {
                    throw kind.words().memberSpecific(key);
                });
        var undefined =
                members.stream()
                        .filter(member -> definition.on(member.id()).isEmpty())
                        .map(Location::name)
                        .toList();
        if (!undefined.isEmpty()) {
            throw kind.words().notDefinedOn(undefined);
        }
        if (definition.stage() == Stage.ERRORED) {
            if (!wanted.config().isEmpty()) {
                throw kind.words().partiallyCreated();
            }
            return Batch.of(statements.change(definition, Stage.ERRORED, definition.description()));
        }
        return Batch.builder()
                .add(statements.change(definition, Stage.ERRORED, wanted.description()))
                .add(statements.replaceConfig(definition, kind.complete(reader, wanted)))
                .build();
    }

    private void forget(Scope scope, String name) {
        database.decide(reader ->
                queries.find(reader, scope, name)
                        .filter(definition -> definition.stage() == Stage.PENDING)
                        .map(definition ->
                                new Decision<>(Batch.of(statements.delete(definition)), ""))
                        .orElseGet(() -> Decision.unchanged("")));
    }

    private Definition known(Scope scope, String name) {
        return database.readLatest(reader -> known(reader, scope, name));
    }

    private Definition known(Reader reader, Scope scope, String name) {
        return queries.find(reader, scope, name).orElseThrow(() -> kind.words().notFound());
    }
}
