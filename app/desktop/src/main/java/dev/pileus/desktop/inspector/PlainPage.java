package dev.pileus.desktop.inspector;

import dev.pileus.api.Certificate;
import dev.pileus.api.ClusterGroup;
import dev.pileus.api.Operation;
import dev.pileus.api.Warning;
import dev.pileus.desktop.actions.Entity;
import dev.pileus.desktop.cluster.ClusterCertificate;
import dev.pileus.desktop.cluster.States;
import dev.pileus.desktop.i18n.Phrase;
import dev.pileus.desktop.theme.Tone;
import dev.pileus.model.store.ClusterImage;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// What the inspector says of things that have nothing but facts.
///
/// @param status one line under the title
record PlainPage(String title, Tone tone, Phrase status, List<Fact> facts) {
    PlainPage {
        facts = List.copyOf(facts);
    }

    /// Empty for what is not (or no longer) part of the cluster.
    static Optional<PlainPage> of(Entity entity, ClusterImage image) {
        return switch (entity) {
            case Entity.Group(var name) ->
                    image.groups().stream()
                            .filter(group -> group.name().equals(name))
                            .findFirst()
                            .map(group -> of(group, image));
            case Entity.Warning(var id) ->
                    image.warnings().stream()
                            .filter(warning -> warning.uuid().equals(id))
                            .findFirst()
                            .map(PlainPage::of);
            case Entity.Certificate(var fingerprint) ->
                    image.certificates().stream()
                            .filter(certificate -> certificate.fingerprint().equals(fingerprint))
                            .findFirst()
                            .map(PlainPage::of);
            case Entity.Operation(var id) ->
                    image.operations().stream()
                            .filter(operation -> operation.id().equals(id))
                            .findFirst()
                            .map(PlainPage::of);
            default -> Optional.empty();
        };
    }

    private static PlainPage of(ClusterGroup group, ClusterImage image) {
        var members = group.members().stream().sorted().toList();
        var silent = States.silent(image);
        var instances =
                image.instances().stream()
                        .filter(instance -> members.contains(instance.location()))
                        .count();
        return new PlainPage(
                group.name(),
                Tone.NEUTRAL,
                Phrase.of("inspector.group.status", members.size(), instances),
                List.of(
                        Fact.of("inspector.group.members", joined(members)),
                        Fact.of(
                                "inspector.group.silent",
                                joined(members.stream().filter(silent::contains).toList())),
                        Fact.of("inspector.description", group.description())));
    }

    private static PlainPage of(Warning warning) {
        return new PlainPage(
                warning.type(),
                States.tone(warning),
                status(warning.severity(), warning.status(), warning.location()),
                List.of(
                        Fact.of("views.column.message", warning.lastMessage()),
                        Fact.of("views.column.times", String.valueOf(warning.count())),
                        new Fact("inspector.warning.first", moment(warning.firstSeenAt())),
                        new Fact("views.column.seen", moment(warning.lastSeenAt())),
                        Fact.of("inspector.project", warning.project()),
                        Fact.of("inspector.warning.entity", warning.entityUrl())));
    }

    private static PlainPage of(Certificate certificate) {
        var restricted = certificate.restricted() ? "views.yes" : "views.no";
        return new PlainPage(
                certificate.name(),
                Tone.NEUTRAL,
                Phrase.verbatim(certificate.type()),
                List.of(
                        Fact.of("views.column.fingerprint", certificate.fingerprint()),
                        new Fact(
                                "views.column.expiry",
                                ClusterCertificate.expiry(certificate.certificate())
                                        .<Phrase>map(Phrase.Day::new)
                                        .orElse(Phrase.verbatim(""))),
                        new Fact("views.column.restricted", Phrase.of(restricted)),
                        Fact.of("views.column.projects", joined(certificate.projects())),
                        Fact.of("inspector.description", certificate.description())));
    }

    private static PlainPage of(Operation operation) {
        var resources =
                operation.resources().values().stream()
                        .flatMap(Collection::stream)
                        .sorted()
                        .collect(Collectors.joining("\n"));
        return new PlainPage(
                operation.description(),
                States.tone(operation),
                status(operation.status(), operation.operationClass(), operation.location()),
                List.of(
                        Fact.of("views.column.progress", operation.progress()),
                        Fact.of("views.column.error", operation.err()),
                        new Fact("views.column.created", moment(operation.createdAt())),
                        new Fact("inspector.operation.updated", moment(operation.updatedAt())),
                        Fact.of("inspector.operation.resources", resources),
                        Fact.of("views.column.id", operation.id())));
    }

    /// The server's own words, those that it said.
    private static Phrase status(String... words) {
        return Phrase.verbatim(
                List.of(words).stream()
                        .filter(word -> !word.isBlank())
                        .collect(Collectors.joining(" · ")));
    }

    private static String joined(Collection<String> names) {
        return String.join(", ", names);
    }

    /// Servers send the epoch (or the year 1) for "never".
    private static Phrase moment(Instant moment) {
        return moment.getEpochSecond() <= 0 ? Phrase.verbatim("") : new Phrase.FullMoment(moment);
    }
}
