package dev.pileus.domain.definitions;

import dev.pileus.database.Reader;
import dev.pileus.database.Row;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Reads definitions of one kind.
final class DefinitionQueries {
    private static final long EVERYWHERE = 0;

    private final DefinitionTables tables;

    DefinitionQueries(DefinitionTables tables) {
        this.tables = tables;
    }

    /// The members, without those that are still joining.
    static List<Location> locations(Reader reader) {
        return reader.select("SELECT id, name, address FROM nodes WHERE state <> 1 ORDER BY id")
                .list(DefinitionQueries::location);
    }

    /// By name.
    List<Definition> all(Reader reader, Scope scope) {
        return load(
                reader,
                DefinitionTables.condition(scope),
                DefinitionTables.arguments(List.of(), scope));
    }

    Optional<Definition> find(Reader reader, Scope scope, String name) {
        return load(
                        reader,
                        DefinitionTables.condition(scope) + " AND name = ?",
                        DefinitionTables.arguments(List.of(), scope, name))
                .stream()
                .findFirst();
    }

    private List<Definition> load(Reader reader, String where, @Nullable Object... arguments) {
        var chosen =
                " WHERE "
                        + tables.reference()
                        + " IN (SELECT id FROM "
                        + tables.table()
                        + " WHERE "
                        + where
                        + ")";
        var configs = configs(reader, chosen, arguments);
        var parts = new HashMap<Long, List<Part>>();
        reader.select(
                        "SELECT p."
                                + tables.reference()
                                + " AS owner, p.state AS stage, n.id, n.name, n.address FROM "
                                + tables.nodes()
                                + " p JOIN nodes n ON n.id = p.node_id"
                                + chosen
                                + " ORDER BY n.id",
                        arguments)
                .forEach(row -> {
                    var location = location(row);
                    var owner = row.number("owner");
                    parts.computeIfAbsent(owner, id -> new ArrayList<>())
                            .add(
                                    new Part(
                                            location,
                                            Stage.of(row.number("stage")),
                                            configs.getOrDefault(
                                                    new Owner(owner, location.id()), Map.of())));
                });
        return reader.select(
                        "SELECT * FROM " + tables.table() + " WHERE " + where + " ORDER BY name",
                        arguments)
                .list(row -> definition(row, configs, parts));
    }

    private Definition definition(
            Row row, Map<Owner, Map<String, String>> configs, Map<Long, List<Part>> parts) {
        var id = row.number("id");
        return new Definition(
                id,
                row.text("name"),
                row.text(tables.type()),
                row.text("description"),
                Stage.of(row.number("state")),
                configs.getOrDefault(new Owner(id, EVERYWHERE), Map.of()),
                parts.getOrDefault(id, List.of()),
                row.number("revision"));
    }

    private Map<Owner, Map<String, String>> configs(
            Reader reader, String chosen, @Nullable Object... arguments) {
        var configs = new HashMap<Owner, Map<String, String>>();
        reader.select(
                        "SELECT "
                                + tables.reference()
                                + " AS owner, node_id, key, value FROM "
                                + tables.configs()
                                + chosen,
                        arguments)
                .forEach(row ->
                        configs.computeIfAbsent(
                                        new Owner(
                                                row.number("owner"),
                                                row.optionalNumber("node_id").orElse(EVERYWHERE)),
                                        owner -> new TreeMap<>())
                                .put(row.text("key"), row.text("value")));
        return configs;
    }

    private static Location location(Row row) {
        return new Location(row.number("id"), row.text("name"), row.text("address"));
    }

    /// Whose keys: a definition's on a member, or [#EVERYWHERE].
    private record Owner(long definition, long member) {}
}
