package dev.pileus.domain.profiles;

import dev.pileus.api.ProfileUpdate;
import dev.pileus.database.Batch;
import dev.pileus.database.Reader;
import dev.pileus.domain.Urls;
import dev.pileus.domain.networks.NetworkUse;
import dev.pileus.domain.projects.Feature;
import dev.pileus.domain.projects.ProjectTenant;
import dev.pileus.domain.projects.Projects;
import dev.pileus.domain.projects.StoredProject;
import dev.pileus.domain.storage.PoolUse;
import java.util.List;
import java.util.Map;

/// What profiles are to pools, networks and projects.
public final class ProfileReferences implements PoolUse, NetworkUse, ProjectTenant {
    private static final String BY_DEVICE =
            """
            SELECT DISTINCT o.name AS project, p.name AS profile
            FROM profiles_devices_config type
            JOIN profiles_devices_config c ON c.profile_device_id = type.profile_device_id
            JOIN profiles_devices d ON d.id = type.profile_device_id
            JOIN profiles p ON p.id = d.profile_id
            JOIN projects o ON o.id = p.project_id
            WHERE type.key = 'type' AND type.value = ?\
            """;

    @Override
    public List<String> urls(Reader reader, String pool) {
        return reader.select(BY_DEVICE + " AND c.key = 'pool' AND c.value = ?", "disk", pool)
                .list(row -> url(row.text("project"), row.text("profile")));
    }

    @Override
    public List<String> urls(Reader reader, StoredProject owner, String network) {
        return reader
                .select(
                        BY_DEVICE + " AND c.key IN ('network', 'parent') AND c.value = ?",
                        "nic",
                        network)
                .stream()
                .filter(row ->
                        Projects.owner(reader, row.text("project"), Feature.NETWORKS).id()
                                == owner.id())
                .map(row -> url(row.text("project"), row.text("profile")))
                .toList();
    }

    @Override
    public List<String> urls(Reader reader, StoredProject project) {
        return ProfilesRepository.all(reader, project.id()).stream()
                .map(profile -> url(project.name(), profile.name()))
                .toList();
    }

    @Override
    public List<String> obstacles(Reader reader, StoredProject project) {
        return ProfilesRepository.all(reader, project.id()).stream()
                .filter(profile -> !profile.isDefault())
                .map(profile -> url(project.name(), profile.name()))
                .toList();
    }

    /// A project with profiles of its own has one from its beginning.
    @Override
    public Batch furnish(String project, Map<String, String> config) {
        var batch =
                Batch.builder()
                        .run(
                                """
                                DELETE FROM profiles
                                WHERE project_id = (SELECT id FROM projects WHERE name = ?)\
                                """,
                                project);
        if (Feature.PROFILES.isIn(config)) {
            var content =
                    new ProfileUpdate("Default profile for project " + project, Map.of(), Map.of());
            batch.add(ProfilesRepository.insert(project, StoredProfile.DEFAULT, content));
        }
        return batch.build();
    }

    private static String url(String project, String profile) {
        return Urls.in(project, "profiles", profile);
    }
}
