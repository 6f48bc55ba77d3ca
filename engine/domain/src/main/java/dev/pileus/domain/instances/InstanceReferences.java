package dev.pileus.domain.instances;

import dev.pileus.api.Instance;
import dev.pileus.api.ProfileUpdate;
import dev.pileus.database.Batch;
import dev.pileus.database.Reader;
import dev.pileus.database.Row;
import dev.pileus.domain.groups.GroupUses;
import dev.pileus.domain.networks.NetworkUse;
import dev.pileus.domain.profiles.ProfileUse;
import dev.pileus.domain.projects.Feature;
import dev.pileus.domain.projects.ProjectTenant;
import dev.pileus.domain.projects.Projects;
import dev.pileus.domain.projects.StoredProject;
import dev.pileus.domain.storage.PoolUse;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// What instances are to profiles, pools, networks, projects and groups.
public final class InstanceReferences implements PoolUse, NetworkUse, ProjectTenant {
    private static final String NAMES =
            "SELECT o.name AS project, i.name FROM instances i JOIN projects o ON o.id = i.project_id ";

    @Override
    public List<String> urls(Reader reader, String pool) {
        return Instances.all(reader).stream()
                .filter(instance -> has(instance, "disk", Map.of("pool", pool)))
                .map(StoredInstance::url)
                .toList();
    }

    @Override
    public List<String> urls(Reader reader, StoredProject owner, String network) {
        return Instances.all(reader).stream()
                .filter(instance ->
                        has(instance, "nic", Map.of("network", network))
                                || has(instance, "nic", Map.of("parent", network)))
                .filter(instance ->
                        Projects.owner(reader, instance.project(), Feature.NETWORKS).id()
                                == owner.id())
                .map(StoredInstance::url)
                .toList();
    }

    private static boolean has(StoredInstance instance, String type, Map<String, String> keys) {
        return instance.expandedDevices().values().stream()
                .anyMatch(device ->
                        type.equals(device.get("type"))
                                && device.entrySet().containsAll(keys.entrySet()));
    }

    @Override
    public List<String> urls(Reader reader, StoredProject project) {
        return reader.select(NAMES + "WHERE o.id = ? ORDER BY i.name", project.id())
                .list(InstanceReferences::url);
    }

    @Override
    public Map<String, Long> usage(Reader reader, StoredProject project) {
        return Allowance.usage(shares(reader, project.name()));
    }

    @Override
    public void checkLimits(Reader reader, StoredProject project, Map<String, String> config) {
        Allowance.of(project, config)
                .checkAgainst(shares(reader, project.name()), project.config());
    }

    private static List<Allowance.Share> shares(Reader reader, String project) {
        return Instances.in(reader, project).stream().map(Allowance.Share::of).toList();
    }

    /// What instances are to a profile.
    public ProfileUse ofProfiles() {
        return new ProfileUse() {
            @Override
            public List<String> urls(Reader reader, long profile) {
                return reader.select(
                                NAMES
                                        + "JOIN instances_profiles u ON u.instance_id = i.id"
                                        + " WHERE u.profile_id = ? ORDER BY o.name, i.name",
                                profile)
                        .list(InstanceReferences::url);
            }

            @Override
            public boolean relies(
                    Reader reader, long profile, String device, Map<String, String> keys) {
                var users = Set.copyOf(urls(reader, profile));
                return Instances.all(reader).stream()
                        .filter(instance -> users.contains(instance.url()))
                        .anyMatch(instance -> keys.equals(instance.expandedDevices().get(device)));
            }

            @Override
            public void checkChange(Reader reader, long profile, ProfileUpdate wanted) {
                ProfileChange.check(reader, profile, wanted);
            }
        };
    }

    /// What instances are to a group: those that were asked to live on one of its members.
    public GroupUses ofGroups() {
        return new GroupUses() {
            @Override
            public List<String> urls(Reader reader, String group) {
                return reader.select(
                                NAMES
                                        + "JOIN instances_config c ON c.instance_id = i.id"
                                        + " WHERE c.key = ? AND c.value = ? ORDER BY o.name, i.name",
                                Instance.CLUSTER_GROUP,
                                group)
                        .list(InstanceReferences::url);
            }

            @Override
            public Batch renamed(Reader reader, String group, String newName) {
                return Batch.builder()
                        .run(
                                "UPDATE instances_config SET value = ? WHERE key = ? AND value = ?",
                                newName,
                                Instance.CLUSTER_GROUP,
                                group)
                        .build();
            }
        };
    }

    private static String url(Row row) {
        return StoredInstance.url(row.text("project"), row.text("name"));
    }
}
