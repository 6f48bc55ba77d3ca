package dev.pileus.domain.groups;

import dev.pileus.api.ApiException;
import java.util.Map;
import java.util.regex.Pattern;

/// The keys that a group knows (CONTRACT 10).
final class GroupConfig {
    private static final Pattern CPU =
            Pattern.compile("instances\\.vm\\.cpu\\.[a-z0-9_]+\\.(baseline|flags)");

    private GroupConfig() {}

    static void check(Map<String, String> config) {
        for (var key : config.keySet()) {
            if (!key.startsWith("user.") && !CPU.matcher(key).matches()) {
                throw new ApiException(
                        400, "Invalid cluster group configuration key \"" + key + "\"");
            }
        }
    }
}
