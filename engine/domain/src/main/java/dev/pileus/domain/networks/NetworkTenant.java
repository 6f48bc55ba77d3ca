package dev.pileus.domain.networks;

import dev.pileus.database.Reader;
import dev.pileus.domain.Urls;
import dev.pileus.domain.projects.ProjectTenant;
import dev.pileus.domain.projects.StoredProject;
import java.util.List;

/// The networks of a project.
public final class NetworkTenant implements ProjectTenant {
    @Override
    public List<String> urls(Reader reader, StoredProject project) {
        return reader.select("SELECT name FROM networks WHERE project_id = ?", project.id())
                .list(row -> Urls.in(project.name(), "networks", row.text("name")));
    }
}
