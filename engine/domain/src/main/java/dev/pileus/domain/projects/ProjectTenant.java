package dev.pileus.domain.projects;

import dev.pileus.database.Batch;
import dev.pileus.database.Reader;
import java.util.List;
import java.util.Map;

/// A feature whose objects live in projects.
public interface ProjectTenant {
    /// URLs of its objects in the project.
    List<String> urls(Reader reader, StoredProject project);

    /// Its objects that keep the project from being empty.
    default List<String> obstacles(Reader reader, StoredProject project) {
        return urls(reader, project);
    }

    /// What it puts into a project that is created, or whose features change while it is empty.
    ///
    /// @param project its name; its row is inserted earlier in the same batch
    /// @param config as it will be
    default Batch furnish(String project, Map<String, String> config) {
        return Batch.empty();
    }

    /// How much its objects in the project use of what projects can limit, by resource.
    default Map<String, Long> usage(Reader reader, StoredProject project) {
        return Map.of();
    }

    /// Refuses limits below what its objects in the project use already.
    ///
    /// @param config the project's, as it would be
    /// @throws dev.pileus.api.ApiException 400
    default void checkLimits(Reader reader, StoredProject project, Map<String, String> config) {}
}
