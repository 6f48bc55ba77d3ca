package dev.pileus.model.store;

import dev.pileus.api.Certificate;
import dev.pileus.api.Cluster;
import dev.pileus.api.ClusterGroup;
import dev.pileus.api.Instance;
import dev.pileus.api.Json;
import dev.pileus.api.Operation;
import dev.pileus.api.Server;
import dev.pileus.api.Warning;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// Everything the console knows of one cluster at one moment. Immutable; a later moment is another
/// image.
///
/// @param takenAt when the newest part of it was read
/// @param link how the console is connected at that moment
/// @param members in the server's order (by internal id, which also decides ties in placement)
/// @param instances of all projects, those of offline members included
/// @param operations running and just finished ones, of all members that answer
/// @param unread parts that could not be read, each with the reason; their values are the last
///   known
public record ClusterImage(
        Instant takenAt,
        Link link,
        Server server,
        Cluster cluster,
        List<MemberImage> members,
        List<ClusterGroup> groups,
        List<Instance> instances,
        List<Operation> operations,
        List<Warning> warnings,
        List<Certificate> certificates,
        List<UnreadPart> unread) {
    public ClusterImage {
        members = List.copyOf(members);
        groups = List.copyOf(groups);
        instances = List.copyOf(instances);
        operations = List.copyOf(operations);
        warnings = List.copyOf(warnings);
        certificates = List.copyOf(certificates);
        unread = List.copyOf(unread);
    }

    private static final ClusterImage NOTHING =
            new ClusterImage(
                    Instant.EPOCH,
                    new Link.Connecting(),
                    Json.mapper().convertValue(Map.of(), Server.class),
                    new Cluster("", false, List.of()),
                    List.of(),
                    List.of(),
                    List.of(),
                    List.of(),
                    List.of(),
                    List.of(),
                    List.of());

    /// What is known before anything was read.
    public static ClusterImage nothing() {
        return NOTHING;
    }

    public Optional<MemberImage> member(String name) {
        return members.stream().filter(member -> member.name().equals(name)).findFirst();
    }

    /// The instances that the server locates on a member.
    public List<Instance> instancesOn(String member) {
        return instances.stream().filter(instance -> instance.location().equals(member)).toList();
    }

    /// The instances by the member that they are located on; members without any are missing. Take
    /// this rather than [#instancesOn] for all members.
    public Map<String, List<Instance>> instancesByMember() {
        return instances.stream().collect(Collectors.groupingBy(Instance::location));
    }

    public Optional<Instance> instance(InstanceKey key) {
        return instances.stream()
                .filter(each -> each.name().equals(key.name()))
                .filter(each -> each.project().equals(key.project()))
                .findFirst();
    }

    public Optional<MemberImage> leader() {
        return members.stream().filter(member -> member.member().isLeader()).findFirst();
    }
}
