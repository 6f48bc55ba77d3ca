package dev.pileus.domain.projects;

import dev.pileus.api.ApiException;
import java.util.Set;

/// What a project may be called: its name stands in URLs, and is a prefix of others' names.
final class ProjectNames {
    private static final Set<String> RESERVED = Set.of("*", "all");

    private ProjectNames() {}

    static void check(String name) {
        if (name.isEmpty()) {
            throw new ApiException(400, "No name provided");
        }
        refuseIf(name.contains("/"), "Project names may not contain slashes");
        refuseIf(name.chars().anyMatch(c -> c <= ' '), "Project names may not contain spaces");
        refuseIf(name.contains("_"), "Project names may not contain underscores");
        refuseIf(name.contains("'") || name.contains("\""), "Project names may not contain quotes");
        refuseIf(RESERVED.contains(name), "Reserved project name");
        refuseIf(
                name.equals(".") || name.equals(".."),
                "Invalid project name \"%s\"".formatted(name));
    }

    private static void refuseIf(boolean wrong, String text) {
        if (wrong) {
            throw new ApiException(400, text);
        }
    }
}
