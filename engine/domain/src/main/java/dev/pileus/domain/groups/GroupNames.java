package dev.pileus.domain.groups;

import dev.pileus.api.ApiException;

/// What a group may be called: `?target=@NAME` and `/1.0/cluster/groups/NAME` must be able to say
/// it.
final class GroupNames {
    private GroupNames() {}

    static void check(String name) {
        if (name.isEmpty()) {
            throw new ApiException(400, "No name provided");
        }
        if (name.contains("/")) {
            throw new ApiException(400, "Cluster group names may not contain slashes");
        }
        if (name.contains(" ")) {
            throw new ApiException(400, "Cluster group names may not contain spaces");
        }
        if (name.startsWith("@")
                || name.equals(".")
                || name.equals("..")
                || name.chars()
                        .anyMatch(letter ->
                                Character.isISOControl(letter) || Character.isWhitespace(letter))) {
            throw new ApiException(400, "Invalid cluster group name: \"" + name + "\"");
        }
    }
}
