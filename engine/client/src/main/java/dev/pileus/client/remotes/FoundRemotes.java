package dev.pileus.client.remotes;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// All remotes of the stock clients on this machine, and what could not be read.
public record FoundRemotes(List<Remote> remotes, List<ConfigProblem> problems) {
    public FoundRemotes {
        remotes = List.copyOf(remotes);
        problems = List.copyOf(problems);
    }

    /// Looks in all places. Reads only; takes a moment, as it touches files.
    public static FoundRemotes in(Surroundings surroundings) {
        var found =
                Stream.of(StockClient.values())
                        .map(client -> new RemoteFinder(client, surroundings).find())
                        .toList();
        return new FoundRemotes(
                found.stream().flatMap(part -> part.remotes().stream()).toList(),
                found.stream().flatMap(part -> part.problems().stream()).toList());
    }

    /// A remote by its name; of several the one of `incus`.
    public Optional<Remote> named(String name) {
        return remotes.stream().filter(remote -> remote.name().equals(name)).findFirst();
    }
}
