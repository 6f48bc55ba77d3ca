package dev.pileus.domain.definitions;

import java.util.OptionalLong;

/// Where the name of a definition is unique.
///
/// @param project row of the project; empty for what belongs to no project
/// @param projectName the project's name, empty like the row
public record Scope(OptionalLong project, String projectName) {
    public static final Scope SERVER = new Scope(OptionalLong.empty(), "");

    public static Scope project(long id, String name) {
        return new Scope(OptionalLong.of(id), name);
    }
}
