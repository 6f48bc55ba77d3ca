package dev.pileus.domain.groups;

import dev.pileus.api.ApiException;
import dev.pileus.database.Batch;
import dev.pileus.database.Reader;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/// Groups as a member sees them: for the decisions that change a member.
public final class GroupMembership {
    private GroupMembership() {}

    /// The names of each member's groups, by member name.
    public static Map<String, List<String>> byMember(Reader reader) {
        var groups = new HashMap<String, List<String>>();
        for (var group : GroupsRepository.all(reader)) {
            for (var member : group.members()) {
                groups.computeIfAbsent(member, name -> new ArrayList<>()).add(group.name());
            }
        }
        return groups;
    }

    /// The groups that there are.
    public static Set<String> names(Reader reader) {
        return GroupsRepository.all(reader).stream()
                .map(Group::name)
                .collect(Collectors.toUnmodifiableSet());
    }

    /// Makes these the member's groups.
    public static Batch assign(
            Reader reader, long member, List<String> current, List<String> wanted) {
        if (wanted.isEmpty()) {
            throw new ApiException(400, "Cluster members need to belong to at least one group");
        }
        var known = GroupsRepository.all(reader).stream().map(Group::name).toList();
        if (!known.containsAll(wanted)) {
            throw new ApiException(
                    404,
                    "Update cluster groups: Failed to add member to cluster group: Failed to get cluster group ID: Cluster_group not found");
        }
        var batch = Batch.builder();
        wanted.stream()
                .distinct()
                .filter(group -> !current.contains(group))
                .forEach(group -> batch.add(GroupsRepository.enter(group, member)));
        current.stream()
                .filter(group -> !wanted.contains(group))
                .forEach(group -> batch.add(GroupsRepository.leave(group, member)));
        return batch.build();
    }

    /// A new member belongs to the default group.
    public static Batch welcome(long member) {
        return GroupsRepository.enter(Group.DEFAULT, member);
    }
}
