package dev.pileus.domain.instances;

import dev.pileus.api.ApiException;
import dev.pileus.api.InstanceUpdate;
import dev.pileus.api.ProfileUpdate;
import dev.pileus.database.Reader;
import dev.pileus.domain.profiles.InstanceOptions;
import dev.pileus.domain.profiles.Profiles;
import dev.pileus.domain.projects.Feature;
import dev.pileus.domain.projects.Projects;
import dev.pileus.domain.projects.StoredProject;
import java.util.List;
import java.util.Map;

/// What has to be so before an instance is written down.
final class Settled {
    private Settled() {}

    /// The rows of profiles that an instance of a project names.
    static List<Long> profiles(Reader reader, StoredProject project, List<String> names) {
        return Profiles.ids(
                reader, Projects.owner(reader, project.name(), Feature.PROFILES), names);
    }

    /// Refuses keys and devices that cannot be.
    ///
    /// @return what the instance and its profiles come to
    /// @throws ApiException 400, or 403 where the project does not allow them
    static Expansion check(
            Reader reader, StoredProject project, InstanceUpdate own, List<Long> profiles) {
        InstanceOptions.checkInstance(own.config());
        var known = Profiles.contents(reader);
        var contents =
                profiles.stream()
                        .map(id ->
                                known.getOrDefault(id, new ProfileUpdate("", Map.of(), Map.of())))
                        .toList();
        var expansion = Expansion.of(own, contents);
        Support.check(expansion.config(), expansion.devices());
        Restrictions.of(project).check(expansion.config(), expansion.devices());
        Volumes.rootPool(expansion.devices());
        return expansion;
    }
}
