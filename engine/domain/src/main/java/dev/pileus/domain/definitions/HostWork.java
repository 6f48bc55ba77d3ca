package dev.pileus.domain.definitions;

import dev.pileus.database.Batch;
import dev.pileus.database.Database;
import dev.pileus.database.Decision;
import dev.pileus.domain.ThisMember;
import java.util.List;
import java.util.Map;

/// Has the parts of definitions made and removed on the members' hosts, and notes what was done.
final class HostWork {
    private final Database database;
    private final Kind kind;
    private final ThisMember self;
    private final Peers peers;
    private final DefinitionQueries queries;
    private final DefinitionStatements statements;

    HostWork(Database database, Kind kind, ThisMember self, Peers peers) {
        this.database = database;
        this.kind = kind;
        this.self = self;
        this.peers = peers;
        this.queries = new DefinitionQueries(kind.tables());
        this.statements = new DefinitionStatements(kind.tables());
    }

    void demandAlive(List<Part> parts) {
        peers.demandAlive(
                parts.stream().map(Part::location).filter(member -> !isSelf(member)).toList());
    }

    /// One member after the other; the first that refuses ends it.
    void everywhere(Task.Action action, Scope scope, Definition definition, List<Part> parts) {
        var task = new Task(action, kind.entity(), scope.projectName(), definition.name());
        for (var part : parts) {
            if (isSelf(part.location())) {
                perform(scope, task);
            } else {
                peers.perform(part.location(), task);
            }
        }
    }

    void perform(Scope scope, Task task) {
        var definition =
                database.readLatest(reader -> queries.find(reader, scope, task.name()))
                        .orElseThrow(() -> kind.words().notFound());
        var part = definition.on(self.id()).orElseThrow(() -> kind.words().notFound());
        switch (task.action()) {
            case CREATE -> {
                if (part.stage() != Stage.CREATED) {
                    var config = kind.create(definition, definition.config(part));
                    note(scope, task.name(), batch(Stage.CREATED, config));
                }
            }
            case DELETE -> {
                if (part.stage() != Stage.PENDING) {
                    kind.delete(definition, definition.config(part));
                    note(scope, task.name(), batch(Stage.PENDING, part.config()));
                }
            }
        }
    }

    private Note batch(Stage stage, Map<String, String> config) {
        return (definition, part) ->
                Batch.builder()
                        .add(statements.stage(definition, part, stage))
                        .add(statements.replaceConfig(definition, part, config))
                        .build();
    }

    private void note(Scope scope, String name, Note note) {
        database.decide(reader -> {
            var definition =
                    queries.find(reader, scope, name).orElseThrow(() -> kind.words().notFound());
            var part = definition.on(self.id()).orElseThrow(() -> kind.words().notFound());
            return new Decision<>(note.write(definition, part), "");
        });
    }

    private boolean isSelf(Location member) {
        return member.id() == self.id();
    }

    /// What to write about a part as it is now.
    private interface Note {
        Batch write(Definition definition, Part part);
    }
}
