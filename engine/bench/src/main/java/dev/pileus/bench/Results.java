package dev.pileus.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedSet;

/// What was measured, in the order in which it came.
final class Results {
    private final Map<String, Map<String, List<Duration>>> times = new LinkedHashMap<>();
    private final SequencedSet<String> contenders = new LinkedHashSet<>();

    void add(String discipline, String contender, Duration took) {
        contenders.add(contender);
        times.computeIfAbsent(discipline, none -> new LinkedHashMap<>())
                .computeIfAbsent(contender, none -> new ArrayList<>())
                .add(took);
    }

    List<String> disciplines() {
        return List.copyOf(times.keySet());
    }

    List<String> contenders() {
        return List.copyOf(contenders);
    }

    /// Empty where nothing was measured.
    Optional<Duration> median(String discipline, String contender) {
        var taken = times.getOrDefault(discipline, Map.of()).getOrDefault(contender, List.of());
        return taken.isEmpty()
                ? Optional.empty()
                : Optional.of(taken.stream().sorted().toList().get(taken.size() / 2));
    }
}
