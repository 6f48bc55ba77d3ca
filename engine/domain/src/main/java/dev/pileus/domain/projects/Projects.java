package dev.pileus.domain.projects;

import dev.pileus.api.ApiException;
import dev.pileus.api.Project;
import dev.pileus.database.Reader;
import java.util.List;
import java.util.Optional;

/// Finds projects for other features, inside of their own reads and decisions.
public final class Projects {
    private Projects() {}

    /// By name.
    public static List<StoredProject> all(Reader reader) {
        return ProjectsRepository.all(reader);
    }

    public static Optional<StoredProject> find(Reader reader, String name) {
        return ProjectsRepository.find(reader, name);
    }

    /// Refuses unless there is such a project.
    ///
    /// @throws ApiException 404
    public static StoredProject known(Reader reader, String name) {
        return find(reader, name).orElseThrow(Projects::unknown);
    }

    static ApiException unknown() {
        return new ApiException(404, "Project not found");
    }

    /// The project whose objects of a kind are meant when somebody works in the project named:
    /// itself, or the default project.
    ///
    /// @throws ApiException 404
    public static StoredProject owner(Reader reader, String name, Feature feature) {
        var project = known(reader, name);
        return project.has(feature) ? project : known(reader, Project.DEFAULT);
    }
}
