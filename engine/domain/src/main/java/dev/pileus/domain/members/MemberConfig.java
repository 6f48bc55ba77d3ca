package dev.pileus.domain.members;

import dev.pileus.api.ApiException;
import dev.pileus.api.ClusterMember;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/// The keys that a member knows (CONTRACT 9.4).
final class MemberConfig {
    private static final Set<String> PLACEMENT = Set.of("all", "group", "manual");
    private static final String USER = "user.";

    private MemberConfig() {}

    /// The keys that have a value, if all of them are known.
    static Map<String, String> checked(Map<String, String> wanted) {
        var present =
                wanted.entrySet().stream()
                        .filter(entry -> !entry.getValue().isEmpty())
                        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        present.forEach(MemberConfig::check);
        return present;
    }

    private static void check(String key, String value) {
        if (key.equals(ClusterMember.SCHEDULER)) {
            if (!PLACEMENT.contains(value)) {
                throw refused(key, " value");
            }
        } else if (!key.startsWith(USER) || key.length() == USER.length()) {
            throw refused(key, "");
        }
    }

    private static ApiException refused(String key, String what) {
        return new ApiException(400, "Invalid cluster configuration key \"" + key + "\"" + what);
    }
}
