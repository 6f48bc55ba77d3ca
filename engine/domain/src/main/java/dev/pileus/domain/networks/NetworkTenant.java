package dev.pileus.domain.networks;

import dev.pileus.api.ApiException;
import dev.pileus.database.Reader;
import dev.pileus.domain.Urls;
import dev.pileus.domain.options.Sizes;
import dev.pileus.domain.projects.ProjectTenant;
import dev.pileus.domain.projects.StoredProject;
import java.util.List;
import java.util.Map;

/// The networks of a project.
public final class NetworkTenant implements ProjectTenant {
    private static final String LIMIT = "limits.networks";

    @Override
    public List<String> urls(Reader reader, StoredProject project) {
        return reader.select("SELECT name FROM networks WHERE project_id = ?", project.id())
                .list(row -> Urls.in(project.name(), "networks", row.text("name")));
    }

    @Override
    public Map<String, Long> usage(Reader reader, StoredProject project) {
        return Map.of("networks", (long) urls(reader, project).size());
    }

    @Override
    public void checkLimits(Reader reader, StoredProject project, Map<String, String> config) {
        var limit = limit(config);
        var present = urls(reader, project).size();
        if (limit != limit(project.config()) && limit < present) {
            throw new ApiException(
                    400,
                    "Can't change \"%s\" in project \"%s\": \"%s\" is too low: there currently are %d"
                            .formatted(LIMIT, project.name(), LIMIT, present));
        }
    }

    /// Refuses one more than there may be.
    ///
    /// @throws ApiException 400
    void checkOneMore(Reader reader, StoredProject project) {
        if (urls(reader, project).size() >= limit(project.config())) {
            throw new ApiException(
                    400,
                    "Reached maximum number of networks in project \"%s\""
                            .formatted(project.name()));
        }
    }

    private static long limit(Map<String, String> config) {
        return Sizes.parse(config.getOrDefault(LIMIT, "")).orElse(Long.MAX_VALUE);
    }
}
