package dev.pileus.testkit;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// How a cluster should look. Immutable; each method answers a changed copy.
///
/// @param members names in the order of joining; the first one bootstraps
/// @param failureDomains by member; `default` for the others
/// @param groups members by group, besides the group `default` that everybody is in
/// @param offlineThreshold without a heartbeat for so long a member counts as offline; the peers
///   take 11 s and more
/// @param config server configuration, set before the others join
public record ClusterOptions(
        List<String> members,
        Map<String, String> failureDomains,
        Map<String, List<String>> groups,
        Duration offlineThreshold,
        Map<String, String> config) {
    /// The least that the peers accept.
    public static final Duration SHORTEST_OFFLINE_THRESHOLD = Duration.ofSeconds(11);

    public ClusterOptions {
        members = List.copyOf(members);
        failureDomains = Map.copyOf(failureDomains);
        groups = Map.copyOf(groups);
        config = Map.copyOf(config);
        if (members.isEmpty()) {
            throw new IllegalArgumentException("A cluster needs a member");
        }
        if (offlineThreshold.compareTo(SHORTEST_OFFLINE_THRESHOLD) < 0) {
            throw new IllegalArgumentException("The peers accept an offline threshold from 11 s");
        }
    }

    public static ClusterOptions of(String... members) {
        return new ClusterOptions(
                List.of(members), Map.of(), Map.of(), SHORTEST_OFFLINE_THRESHOLD, Map.of());
    }

    /// Members `m1` to `mN`.
    public static ClusterOptions size(int members) {
        var names = new ArrayList<String>();
        for (int i = 1; i <= members; i++) {
            names.add("m" + i);
        }
        return of(names.toArray(String[]::new));
    }

    public ClusterOptions failureDomain(String member, String domain) {
        return new ClusterOptions(
                members, with(failureDomains, member, domain), groups, offlineThreshold, config);
    }

    public ClusterOptions group(String group, String... members) {
        var changed = with(groups, group, List.of(members));
        return new ClusterOptions(this.members, failureDomains, changed, offlineThreshold, config);
    }

    public ClusterOptions offlineThreshold(Duration threshold) {
        return new ClusterOptions(members, failureDomains, groups, threshold, config);
    }

    public ClusterOptions config(String key, String value) {
        return new ClusterOptions(
                members, failureDomains, groups, offlineThreshold, with(config, key, value));
    }

    /// The groups of a member, `default` first.
    List<String> groupsOf(String member) {
        var names = new ArrayList<String>(List.of("default"));
        groups.forEach((group, members) -> {
            if (members.contains(member)) {
                names.add(group);
            }
        });
        return names;
    }

    /// The server configuration with the threshold in it.
    Map<String, String> serverConfig() {
        var all = new LinkedHashMap<String, String>(config);
        all.put("cluster.offline_threshold", Long.toString(offlineThreshold.toSeconds()));
        return all;
    }

    private static <V> Map<String, V> with(Map<String, V> map, String key, V value) {
        var changed = new HashMap<String, V>(map);
        changed.put(key, value);
        return changed;
    }
}
