package dev.pileus.domain.definitions;

import dev.pileus.api.ApiException;
import dev.pileus.api.ConfigUpdate;
import dev.pileus.api.MemberConfigKey;
import dev.pileus.database.Batch;
import dev.pileus.database.Database;
import dev.pileus.database.Decision;
import dev.pileus.database.Reader;
import dev.pileus.domain.ThisMember;
import dev.pileus.domain.options.Options;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.UnaryOperator;

/// Keeps the definitions of one kind. Refusals are [ApiException]s. Safe for use by many threads.
public final class Definitions {
    private static final String VOLATILE = "volatile.";

    private final Database database;
    private final Kind kind;
    private final ThisMember self;
    private final DefinitionQueries queries;
    private final DefinitionStatements statements;
    private final HostWork hostWork;

    public Definitions(Database database, Kind kind, ThisMember self, Peers peers) {
        this.database = database;
        this.kind = kind;
        this.self = self;
        this.queries = new DefinitionQueries(kind.tables());
        this.statements = new DefinitionStatements(kind.tables());
        this.hostWork = new HostWork(database, kind, self, peers);
    }

    /// By name.
    public List<Definition> all(Reader reader, Scope scope) {
        return queries.all(reader, scope);
    }

    public Optional<Definition> find(Reader reader, Scope scope, String name) {
        return queries.find(reader, scope, name);
    }

    public Definition known(Reader reader, Scope scope, String name) {
        return find(reader, scope, name).orElseThrow(() -> kind.words().notFound());
    }

    /// The part on a member that was asked for by name.
    public Part part(Reader reader, Definition definition, String member) {
        location(reader, member);
        return definition.on(member).orElseThrow(() -> kind.words().notFound());
    }

    /// First step of a creation: writes down what it will be on one member.
    public void define(Scope scope, String member, NewDefinition wanted) {
        kind.check(wanted);
        wanted.config().keySet().stream()
                .filter(key -> !kind.isMemberSpecific(key))
                .sorted()
                .findFirst()
                .ifPresent(key -> {
                    throw kind.words().notMemberSpecific(key);
                });
        if (!wanted.description().isEmpty()) {
            throw kind.words().descriptionOfPart();
        }
        database.decide(reader -> new Decision<>(definition(reader, scope, member, wanted), ""));
    }

    private Batch definition(Reader reader, Scope scope, String member, NewDefinition wanted) {
        var location = location(reader, member);
        var batch = Batch.builder();
        var present = find(reader, scope, wanted.name());
        if (present.isEmpty()) {
            batch.add(statements.insert(scope, wanted.name(), wanted.type(), ""));
        } else {
            if (!present.get().type().equals(wanted.type())) {
                throw kind.words().typeDiffers(wanted.type(), present.get().type());
            }
            if (present.get().stage() == Stage.CREATED) {
                throw kind.words().notPending();
            }
            if (present.get().on(member).isPresent()) {
                throw kind.words().alreadyDefined(wanted.name(), member);
            }
        }
        return batch.add(
                        statements.insertPart(
                                scope,
                                wanted.name(),
                                location.id(),
                                Stage.PENDING,
                                wanted.config()))
                .build();
    }

    /// Last step of a creation: makes it on every member where that has not succeeded before. A
    /// server without other members needs no first step.
    public void create(Scope scope, NewDefinition wanted) {
        kind.check(wanted);
        new Creation(database, kind, hostWork).run(scope, wanted);
    }

    /// Changes the keys that are the same everywhere, and the description; on a server of its own
    /// all keys.
    ///
    /// @param edit may throw to refuse, and is repeated when somebody else was faster
    public void update(Scope scope, String name, UnaryOperator<ConfigUpdate> edit) {
        database.decide(reader -> {
            var definition = known(reader, scope, name);
            if (definition.stage() != Stage.CREATED) {
                throw kind.words().notCreated();
            }
            return new Decision<>(
                    self.isClustered()
                            ? globalChange(definition, edit)
                            : wholeChange(definition, edit),
                    "");
        });
    }

    private Batch globalChange(Definition definition, UnaryOperator<ConfigUpdate> edit) {
        var wanted = edit.apply(new ConfigUpdate(definition.description(), definition.config()));
        var config = Options.present(wanted.config());
        config.keySet().stream()
                .filter(kind::isMemberSpecific)
                .findFirst()
                .ifPresent(key -> {
                    throw kind.words().memberSpecific(key);
                });
        kind.check(wanted(definition, wanted.description(), config));
        return Batch.builder()
                .add(statements.change(definition, definition.stage(), wanted.description()))
                .add(statements.replaceConfig(definition, config))
                .build();
    }

    private Batch wholeChange(Definition definition, UnaryOperator<ConfigUpdate> edit) {
        var part = definition.on(self.id()).orElseThrow(() -> kind.words().notFound());
        var wanted =
                edit.apply(new ConfigUpdate(definition.description(), definition.config(part)));
        var keys = Keys.of(kind, Options.present(wanted.config()));
        kind.checkChange(part, keys.ofMember());
        kind.check(wanted(definition, wanted.description(), keys.all()));
        return Batch.builder()
                .add(statements.change(definition, definition.stage(), wanted.description()))
                .add(statements.replaceConfig(definition, keys.ofAll()))
                .add(statements.replaceConfig(definition, part, keys.ofMember()))
                .build();
    }

    /// Changes the keys of one member. Keys that are the same everywhere may be repeated as they
    /// are.
    ///
    /// @param edit may throw to refuse, and is repeated when somebody else was faster
    public void updateOn(
            Scope scope, String name, String member, UnaryOperator<ConfigUpdate> edit) {
        database.decide(reader -> {
            var definition = known(reader, scope, name);
            var part = part(reader, definition, member);
            var wanted =
                    edit.apply(new ConfigUpdate(definition.description(), definition.config(part)));
            var keys = Keys.of(kind, Options.present(wanted.config()));
            keys.ofAll().entrySet().stream()
                    .filter(key -> !definition.config().entrySet().contains(key))
                    .findFirst()
                    .ifPresent(key -> {
                        throw kind.words().notMemberSpecificInChange(key.getKey());
                    });
            kind.checkChange(part, keys.ofMember());
            kind.check(wanted(definition, definition.description(), keys.all()));
            return new Decision<>(
                    Batch.builder()
                            .add(
                                    statements.change(
                                            definition,
                                            definition.stage(),
                                            definition.description()))
                            .add(statements.replaceConfig(definition, part, keys.ofMember()))
                            .build(),
                    "");
        });
    }

    public void rename(Scope scope, String name, String newName) {
        database.decide(reader -> {
            var definition = known(reader, scope, name);
            kind.check(new NewDefinition(newName, definition.type(), "", definition.config()));
            if (find(reader, scope, newName).isPresent()) {
                throw kind.words().alreadyCreated(newName);
            }
            return new Decision<>(Batch.of(statements.rename(definition, newName)), "");
        });
    }

    /// Removes it from every member, then from the database. What it was only defined for needs no
    /// member.
    public void delete(Scope scope, String name) {
        new Deletion(database, kind, hostWork).run(scope, name);
    }

    /// What another member asked this one to do on its host.
    public void perform(Scope scope, Task task) {
        hostWork.perform(scope, task);
    }

    /// What a newcomer has to fill in: a form, without values (CONTRACT 8.1).
    public List<MemberConfigKey> memberConfig(Reader reader, Scope scope) {
        return all(reader, scope).stream()
                .flatMap(definition -> form(definition).stream())
                .toList();
    }

    private List<MemberConfigKey> form(Definition definition) {
        var keys = new TreeSet<String>();
        definition.parts().forEach(part -> keys.addAll(part.config().keySet()));
        return keys.stream()
                .filter(key -> !key.startsWith(VOLATILE))
                .map(key ->
                        new MemberConfigKey(
                                kind.entity(),
                                definition.name(),
                                key,
                                "",
                                "\"%s\" property for %s \"%s\""
                                        .formatted(
                                                key,
                                                kind.entity().replace('-', ' '),
                                                definition.name())))
                .toList();
    }

    /// Notes what a newcomer has made on its host before it asked to be let in. Its row is in
    /// `nodes` already, or is inserted earlier in the same batch. What is only pending stays
    /// undefined for it.
    ///
    /// @param config the newcomer's keys for each definition, by its name
    public Batch join(
            Reader reader, Scope scope, long newcomer, Map<String, Map<String, String>> config) {
        var batch = Batch.builder();
        for (var definition : all(reader, scope)) {
            if (definition.stage() != Stage.PENDING) {
                var keys =
                        Keys.of(
                                kind,
                                Options.present(config.getOrDefault(definition.name(), Map.of())));
                batch.add(
                        statements.insertPart(
                                scope,
                                definition.name(),
                                newcomer,
                                stageOfNewcomer(definition),
                                keys.ofMember()));
            }
        }
        return batch.build();
    }

    /// What is [Stage#ERRORED] has not been made by the newcomer: the last step will, when it is
    /// repeated.
    private static Stage stageOfNewcomer(Definition definition) {
        return definition.stage() == Stage.CREATED ? Stage.CREATED : Stage.PENDING;
    }

    private static NewDefinition wanted(
            Definition definition, String description, Map<String, String> config) {
        return new NewDefinition(definition.name(), definition.type(), description, config);
    }

    private static Location location(Reader reader, String member) {
        return DefinitionQueries.locations(reader).stream()
                .filter(location -> location.name().equals(member))
                .findFirst()
                .orElseThrow(() -> new ApiException(404, "Cluster member not found"));
    }
}
