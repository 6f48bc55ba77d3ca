package dev.pileus.domain.instances;

import dev.pileus.api.ApiException;
import dev.pileus.database.Batch;
import dev.pileus.database.Reader;
import dev.pileus.domain.projects.StoredProject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Finds instances for other features, inside of their own reads and decisions.
public final class Instances {
    private Instances() {}

    /// By project and name.
    public static List<StoredInstance> all(Reader reader) {
        return InstancesRepository.all(reader);
    }

    /// By name.
    public static List<StoredInstance> in(Reader reader, String project) {
        return InstancesRepository.in(reader, project);
    }

    /// Those that live on a member.
    public static List<StoredInstance> on(Reader reader, long member) {
        return InstancesRepository.on(reader, member);
    }

    public static Optional<StoredInstance> find(Reader reader, String project, String name) {
        return InstancesRepository.find(reader, project, name);
    }

    /// By its row.
    public static Optional<StoredInstance> find(Reader reader, long id) {
        return InstancesRepository.find(reader, id);
    }

    /// An instance as it is now; refuses unless it is still there, on the same member.
    ///
    /// @throws ApiException 404
    static StoredInstance latest(Reader reader, StoredInstance instance) {
        var now =
                find(reader, instance.id())
                        .orElseThrow(() -> new ApiException(404, "Instance not found"));
        if (now.member() != instance.member()) {
            throw new ApiException(
                    404, "The instance has moved to \"%s\"".formatted(now.location()));
        }
        return now;
    }

    /// Refuses unless there is such an instance.
    ///
    /// @throws ApiException 404
    public static StoredInstance known(Reader reader, String project, String name) {
        return find(reader, project, name)
                .orElseThrow(() -> new ApiException(404, "Instance not found"));
    }

    /// How many a project has, those being made included.
    static int count(Reader reader, StoredProject project) {
        return Math.toIntExact(
                reader.select(
                                "SELECT count(*) AS number FROM instances WHERE project_id = ?",
                                project.id())
                        .only()
                        .number("number"));
    }

    /// How many live on each member, those being made included; members without any are left out.
    public static Map<Long, Integer> counts(Reader reader) {
        var counts = new HashMap<Long, Integer>();
        reader.select("SELECT node_id, count(*) AS number FROM instances GROUP BY node_id")
                .forEach(row ->
                        counts.put(row.number("node_id"), Math.toIntExact(row.number("number"))));
        return counts;
    }

    /// Whether a member has a pool that instances can lie on.
    public static boolean hasPool(Reader reader, String pool, long member) {
        return !reader.select(
                        """
                        SELECT n.id FROM storage_pools p
                        JOIN storage_pools_nodes n ON n.storage_pool_id = p.id
                        WHERE p.name = ? AND p.state = 1 AND n.node_id = ? AND n.state = 1\
                        """,
                        pool,
                        member)
                .isEmpty();
    }

    /// Refuses to let people choose a member where the project does not allow it.
    ///
    /// @throws ApiException 403
    public static void demandTargets(StoredProject project) {
        Restrictions.of(project).checkTarget();
    }

    /// Gives an instance another home.
    ///
    /// @param keys of its own that change with it; an empty value removes one
    public static Batch settle(StoredInstance instance, long member, Map<String, String> keys) {
        return InstanceStatements.settle(instance, member, keys);
    }
}
