package dev.pileus.domain.definitions;

import dev.pileus.database.Batch;
import dev.pileus.database.Statement;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Writes definitions of one kind.
final class DefinitionStatements {
    private final DefinitionTables tables;

    DefinitionStatements(DefinitionTables tables) {
        this.tables = tables;
    }

    Statement insert(Scope scope, String name, String kind, String description) {
        var columns = "(name, " + tables.type() + ", description, state";
        var state = Stage.PENDING.number();
        if (scope.project().isEmpty()) {
            return Statement.of(
                    "INSERT INTO " + tables.table() + columns + ") VALUES (?, ?, ?, ?)",
                    name,
                    kind,
                    description,
                    state);
        }
        return Statement.of(
                "INSERT INTO " + tables.table() + columns + ", project_id) VALUES (?, ?, ?, ?, ?)",
                name,
                kind,
                description,
                state,
                scope.project().getAsLong());
    }

    /// Defines it on a member as well.
    Batch insertPart(
            Scope scope, String name, long member, Stage stage, Map<String, String> config) {
        var batch = Batch.builder();
        batch.add(
                byName(
                        tables.nodes()
                                + " ("
                                + tables.reference()
                                + ", node_id, state) SELECT id, ?, ? FROM ",
                        scope,
                        name,
                        member,
                        stage.number()));
        new TreeMap<>(config)
                .forEach((key, value) ->
                        batch.add(
                                byName(
                                        tables.configs()
                                                + " ("
                                                + tables.reference()
                                                + ", node_id, key, value) SELECT id, ?, ?, ? FROM ",
                                        scope,
                                        name,
                                        member,
                                        key,
                                        value)));
        return batch.build();
    }

    /// The keys of a definition that is inserted in the same batch.
    Batch insertConfig(Scope scope, String name, Map<String, String> config) {
        var batch = Batch.builder();
        new TreeMap<>(config)
                .forEach((key, value) ->
                        batch.add(
                                byName(
                                        tables.configs()
                                                + " ("
                                                + tables.reference()
                                                + ", key, value) SELECT id, ?, ? FROM ",
                                        scope,
                                        name,
                                        key,
                                        value)));
        return batch.build();
    }

    /// Notes a change; fails to be applied when there was another one since the definition was
    /// read.
    Statement change(Definition definition, Stage stage, String description) {
        return Statement.of(
                        "UPDATE "
                                + tables.table()
                                + " SET state = ?, description = ?, revision = revision + 1"
                                + " WHERE id = ? AND revision = ?",
                        stage.number(),
                        description,
                        definition.id(),
                        definition.revision())
                .expecting(1);
    }

    Statement rename(Definition definition, String name) {
        return Statement.of(
                        "UPDATE "
                                + tables.table()
                                + " SET name = ?, revision = revision + 1"
                                + " WHERE id = ? AND revision = ?",
                        name,
                        definition.id(),
                        definition.revision())
                .expecting(1);
    }

    Statement delete(Definition definition) {
        return Statement.of(
                        "DELETE FROM " + tables.table() + " WHERE id = ? AND revision = ?",
                        definition.id(),
                        definition.revision())
                .expecting(1);
    }

    /// Replaces the keys that are the same everywhere.
    Batch replaceConfig(Definition definition, Map<String, String> config) {
        return replace(
                definition,
                Statement.of(
                        "DELETE FROM "
                                + tables.configs()
                                + " WHERE "
                                + tables.reference()
                                + " = ? AND node_id IS NULL",
                        definition.id()),
                null,
                config);
    }

    /// Replaces the keys of one member.
    Batch replaceConfig(Definition definition, Part part, Map<String, String> config) {
        var member = part.location().id();
        return replace(
                definition,
                Statement.of(
                        "DELETE FROM "
                                + tables.configs()
                                + " WHERE "
                                + tables.reference()
                                + " = ? AND node_id = ?",
                        definition.id(),
                        member),
                member,
                config);
    }

    /// Moves a part on, where it still is as it was read.
    Statement stage(Definition definition, Part part, Stage next) {
        return Statement.of(
                        "UPDATE "
                                + tables.nodes()
                                + " SET state = ? WHERE "
                                + tables.reference()
                                + " = ? AND node_id = ? AND state = ?",
                        next.number(),
                        definition.id(),
                        part.location().id(),
                        part.stage().number())
                .expecting(1);
    }

    private Statement byName(String what, Scope scope, String name, Object... firstArguments) {
        return Statement.of(
                        "INSERT INTO "
                                + what
                                + tables.table()
                                + " WHERE "
                                + DefinitionTables.condition(scope)
                                + " AND name = ?",
                        DefinitionTables.arguments(List.of(firstArguments), scope, name))
                .expecting(1);
    }

    private Batch replace(
            Definition definition,
            Statement removal,
            @Nullable Long member,
            Map<String, String> config) {
        var batch = Batch.builder().add(removal);
        new TreeMap<>(config)
                .forEach((key, value) ->
                        batch.one(
                                "INSERT INTO "
                                        + tables.configs()
                                        + " ("
                                        + tables.reference()
                                        + ", node_id, key, value) VALUES (?, ?, ?, ?)",
                                definition.id(),
                                member,
                                key,
                                value));
        return batch.build();
    }
}
