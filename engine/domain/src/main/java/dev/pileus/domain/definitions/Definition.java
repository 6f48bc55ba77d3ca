package dev.pileus.domain.definitions;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// A pool or a network as it is written down.
///
/// @param type driver of a pool, type of a network
/// @param config the keys that are the same everywhere
/// @param parts one for each member where it is defined, in the order of their ids
/// @param revision grows with every change
public record Definition(
        long id,
        String name,
        String type,
        String description,
        Stage stage,
        Map<String, String> config,
        List<Part> parts,
        long revision) {
    public Definition {
        config = Map.copyOf(config);
        parts = List.copyOf(parts);
    }

    public Optional<Part> on(long member) {
        return parts.stream().filter(part -> part.location().id() == member).findFirst();
    }

    public Optional<Part> on(String member) {
        return parts.stream().filter(part -> part.location().name().equals(member)).findFirst();
    }

    public List<String> locations() {
        return parts.stream().map(part -> part.location().name()).toList();
    }

    /// All keys as one member sees them.
    public Map<String, String> config(Part part) {
        var all = new TreeMap<>(config);
        all.putAll(part.config());
        return all;
    }
}
