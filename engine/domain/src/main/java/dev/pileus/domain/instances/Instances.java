package dev.pileus.domain.instances;

import dev.pileus.api.ApiException;
import dev.pileus.database.Reader;
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

    /// Refuses unless there is such an instance.
    ///
    /// @throws ApiException 404
    public static StoredInstance known(Reader reader, String project, String name) {
        return find(reader, project, name)
                .orElseThrow(() -> new ApiException(404, "Instance not found"));
    }

    /// How many live on each member, those being made included; members without any are left out.
    public static Map<Long, Integer> counts(Reader reader) {
        var counts = new HashMap<Long, Integer>();
        reader.select("SELECT node_id, count(*) AS number FROM instances GROUP BY node_id")
                .forEach(row ->
                        counts.put(row.number("node_id"), Math.toIntExact(row.number("number"))));
        return counts;
    }
}
