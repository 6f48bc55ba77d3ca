package dev.pileus.domain.instances;

import dev.pileus.api.ApiException;
import dev.pileus.domain.options.Sizes;
import dev.pileus.domain.projects.StoredProject;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.regex.Pattern;

/// How much the instances of a project may have together (`limits.*` of projects). The words are
/// the stock servers'.
final class Allowance {
    private static final String LIMITS = "limits.";
    private static final List<String> SUMMED =
            List.of("limits.cpu", "limits.memory", "limits.processes");
    private static final List<String> COUNTED = List.of("limits.instances", "limits.containers");
    private static final Pattern NUMBER = Pattern.compile("\\d{1,9}");

    private final String project;
    private final Map<String, String> limits;

    private Allowance(String project, Map<String, String> limits) {
        this.project = project;
        this.limits = Map.copyOf(limits);
    }

    static Allowance of(StoredProject project) {
        return of(project, project.config());
    }

    /// What it would be with another config.
    static Allowance of(StoredProject project, Map<String, String> config) {
        return new Allowance(project.name(), config);
    }

    /// Whether sums have limits: else nobody needs to be asked.
    boolean limitsSums() {
        return SUMMED.stream().anyMatch(limits::containsKey);
    }

    /// Refuses one instance more than there may be.
    ///
    /// @param present how many there are
    /// @throws ApiException 400
    void checkOneMore(int present) {
        for (var key : COUNTED) {
            if (number(key).orElse(Long.MAX_VALUE) <= present) {
                throw new ApiException(
                        400,
                        "Reached maximum number of %s in project \"%s\""
                                .formatted(key.substring(LIMITS.length()), project));
            }
        }
    }

    /// Refuses instances that have more together than they may.
    ///
    /// @throws ApiException 400
    void check(Collection<Share> shares) {
        for (var key : SUMMED) {
            var limit = number(key);
            if (limit.isPresent() && sum(key, shares) > limit.getAsLong()) {
                throw new ApiException(
                        400,
                        "Reached maximum aggregate value \"%s\" for \"%s\" in project \"%s\""
                                .formatted(limits.get(key), key, project));
            }
        }
    }

    /// Refuses limits below what there is already; those that are as before are not looked at.
    ///
    /// @throws ApiException 400
    void checkAgainst(Collection<Share> shares, Map<String, String> before) {
        var changed = new HashMap<>(limits);
        changed.entrySet().removeAll(before.entrySet());
        for (var key : COUNTED) {
            if (changed.containsKey(key) && number(key).orElse(Long.MAX_VALUE) < shares.size()) {
                throw new ApiException(
                        400,
                        "Can't change \"%s\" in project \"%s\": \"%s\" is too low: there currently are %d"
                                .formatted(key, project, key, shares.size()));
            }
        }
        for (var key : SUMMED) {
            if (changed.containsKey(key)) {
                var sum = sum(key, shares);
                if (sum > number(key).orElse(Long.MAX_VALUE)) {
                    throw new ApiException(
                            400,
                            "\"%s\" is too low: current total is \"%s\""
                                    .formatted(
                                            key,
                                            key.endsWith("memory")
                                                    ? Sizes.words(sum)
                                                    : Long.toString(sum)));
                }
            }
        }
    }

    /// How much they have together, by resource; what cannot be counted counts nothing.
    static Map<String, Long> usage(Collection<Share> shares) {
        var usage = new HashMap<String, Long>();
        usage.put("instances", (long) shares.size());
        usage.put("containers", (long) shares.size());
        for (var key : SUMMED) {
            var sum =
                    shares.stream()
                            .mapToLong(share ->
                                    amount(key, share.config().getOrDefault(key, "")).orElse(0))
                            .sum();
            usage.put(key.substring(LIMITS.length()), sum);
        }
        return usage;
    }

    private long sum(String key, Collection<Share> shares) {
        var sum = 0L;
        for (var share : shares) {
            var value = share.config().getOrDefault(key, "");
            if (value.isEmpty()) {
                throw new ApiException(
                        400,
                        "Instance \"%s\" in project \"%s\" has no \"%s\" config, either directly or via a profile"
                                .formatted(share.name(), project, key));
            }
            sum +=
                    amount(key, value)
                            .orElseThrow(() ->
                                    new ApiException(
                                            400,
                                            "Failed parsing \"%s\" for instance \"%s\" in project \"%s\""
                                                    .formatted(key, share.name(), project)));
        }
        return sum;
    }

    private OptionalLong number(String key) {
        return Sizes.parse(limits.getOrDefault(key, ""));
    }

    private static OptionalLong amount(String key, String value) {
        return key.endsWith("memory") || NUMBER.matcher(value).matches()
                ? Sizes.parse(value)
                : OptionalLong.empty();
    }

    /// An instance, as far as it counts.
    ///
    /// @param config with what its profiles give it
    record Share(String name, Map<String, String> config) {
        Share {
            config = Map.copyOf(config);
        }

        static Share of(StoredInstance instance) {
            return new Share(instance.name(), instance.expandedConfig());
        }
    }
}
