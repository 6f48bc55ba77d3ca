package dev.pileus.model.plan;

import java.util.List;
import java.util.Map;

/// Which foreign instances a member's processor runs (Incus `shared/osarch`).
final class Architectures {
    private static final Map<String, List<String>> ALSO_RUNS =
            Map.of(
                    "x86_64", List.of("i686"),
                    "armv7l", List.of("armv6l"),
                    "armv8l", List.of("armv6l", "armv7l"),
                    "aarch64", List.of("armv6l", "armv7l", "armv8l"),
                    "ppc64", List.of("ppc"),
                    "mips64", List.of("mips"));

    private Architectures() {}

    static boolean runs(String member, String instance) {
        return member.isEmpty()
                || instance.isEmpty()
                || member.equals(instance)
                || ALSO_RUNS.getOrDefault(member, List.of()).contains(instance);
    }
}
