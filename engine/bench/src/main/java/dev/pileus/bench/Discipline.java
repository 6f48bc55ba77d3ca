package dev.pileus.bench;

import java.util.List;
import java.util.function.Consumer;

/// Something that is measured.
///
/// @param name as the table shows it
/// @param course what is timed, on one contender
record Discipline(String name, Consumer<Contender> course) {
    /// Turns about: each evacuation is followed by the restoration that makes the next one
    /// possible.
    static List<Discipline> maintenance() {
        return List.of(
                new Discipline(
                        "evacuate a member, all its containers running",
                        on -> on.finish(on.client().members().evacuate(on.victim(), ""))),
                new Discipline(
                        "restore it",
                        on -> on.finish(on.client().members().restore(on.victim(), ""))));
    }

    /// What a console asks for when it opens. An instance that is stopped costs a server a look at
    /// what it knows, and with its state a look at the host.
    static List<Discipline> lists() {
        return List.of(
                new Discipline(
                        "list instances (recursion=1)",
                        on -> demand(on.client().instances().list())),
                new Discipline(
                        "list with states (recursion=2)",
                        on -> demand(on.client().instances().listWithStates())));
    }

    private static void demand(List<?> answer) {
        if (answer.isEmpty()) {
            throw new IllegalStateException("an empty list is no measurement");
        }
    }
}
