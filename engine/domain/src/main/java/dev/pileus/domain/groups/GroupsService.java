package dev.pileus.domain.groups;

import dev.pileus.api.ApiException;
import dev.pileus.api.ClusterGroup;
import dev.pileus.database.Batch;
import dev.pileus.database.Database;
import dev.pileus.database.Decision;
import dev.pileus.database.Reader;
import dev.pileus.domain.Urls;
import dev.pileus.domain.events.EventHub;
import dev.pileus.domain.events.Happening;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/// Cluster groups (CONTRACT 10). Refusals are [ApiException]s. Safe for use by many threads.
public final class GroupsService {
    private final Database database;
    private final GroupUses uses;
    private final EventHub events;

    public GroupsService(Database database, GroupUses uses, EventHub events) {
        this.database = database;
        this.uses = uses;
        this.events = events;
    }

    /// By name.
    public List<ClusterGroup> list() {
        return database.read(reader -> {
            demandCluster(reader);
            return GroupsRepository.all(reader).stream()
                    .map(group -> shown(reader, group))
                    .toList();
        });
    }

    public ClusterGroup get(String name) {
        return database.read(reader -> {
            demandCluster(reader);
            return shown(reader, known(reader, name));
        });
    }

    public void create(ClusterGroup wanted) {
        GroupNames.check(wanted.name());
        database.decide(reader -> {
            demandCluster(reader);
            demandFree(reader, wanted.name());
            var group =
                    new Group(
                            0,
                            wanted.name(),
                            wanted.description(),
                            List.of(),
                            config(wanted.config()));
            var batch = Batch.builder().add(GroupsRepository.insert(group));
            batch.add(move(reader, group, wanted.members()));
            return new Decision<>(batch.build(), wanted);
        });
        tell("cluster-group-created", wanted.name());
    }

    /// Changes description, members and config.
    ///
    /// @param change may throw to refuse, and is repeated when somebody else was faster
    public void update(String name, UnaryOperator<ClusterGroup> change) {
        database.decide(reader -> {
            demandCluster(reader);
            var group = known(reader, name);
            var wanted = change.apply(shown(reader, group));
            var batch =
                    Batch.builder()
                            .add(
                                    GroupsRepository.update(
                                            group.with(
                                                    wanted.description(), config(wanted.config()))))
                            .add(move(reader, group, wanted.members()));
            return new Decision<>(batch.build(), wanted);
        });
        tell("cluster-group-updated", name);
    }

    public void rename(String name, String newName) {
        database.decide(reader -> {
            demandCluster(reader);
            var group = known(reader, name);
            if (group.isDefault()) {
                throw new ApiException(403, "The \"default\" group cannot be renamed");
            }
            GroupNames.check(newName);
            demandFree(reader, newName);
            return new Decision<>(
                    Batch.builder()
                            .add(GroupsRepository.rename(group, newName))
                            .add(uses.renamed(reader, name, newName))
                            .build(),
                    newName);
        });
        events.tell(Happening.of("cluster-group-renamed", url(newName)).with("old_name", name));
    }

    public void delete(String name) {
        database.decide(reader -> {
            demandCluster(reader);
            var group = known(reader, name);
            if (group.isDefault()) {
                throw new ApiException(403, "The 'default' cluster group cannot be deleted");
            }
            if (!group.members().isEmpty()) {
                throw new ApiException(400, "Only empty cluster groups can be removed");
            }
            if (!uses.urls(reader, name).isEmpty()) {
                throw new ApiException(400, "Cluster group is currently in use");
            }
            return new Decision<>(GroupsRepository.delete(group), name);
        });
        tell("cluster-group-deleted", name);
    }

    private void tell(String action, String group) {
        events.tell(Happening.of(action, url(group)));
    }

    private static String url(String group) {
        return Urls.of("cluster", "groups", group);
    }

    private ClusterGroup shown(Reader reader, Group group) {
        return group.shown(uses.urls(reader, group.name()));
    }

    /// What makes exactly these the group's members; nobody is left without a group.
    private static Batch move(Reader reader, Group group, List<String> wanted) {
        var ids = GroupsRepository.memberIds(reader);
        var names = new LinkedHashSet<>(wanted);
        names.stream()
                .filter(name -> !ids.containsKey(name))
                .findFirst()
                .ifPresent(name -> {
                    throw new ApiException(404, "Cluster member \"" + name + "\" not found");
                });
        var batch = Batch.builder();
        names.stream()
                .filter(name -> !group.members().contains(name))
                .forEach(name -> batch.add(GroupsRepository.enter(group.name(), idOf(ids, name))));
        leavers(reader, group, names)
                .forEach(name -> batch.add(GroupsRepository.leave(group.name(), idOf(ids, name))));
        return batch.build();
    }

    private static long idOf(Map<String, Long> ids, String name) {
        return ids.getOrDefault(name, -1L);
    }

    private static List<String> leavers(Reader reader, Group group, Set<String> staying) {
        var elsewhere =
                GroupsRepository.all(reader).stream()
                        .filter(other -> !other.name().equals(group.name()))
                        .flatMap(other -> other.members().stream())
                        .collect(Collectors.toSet());
        var leavers = group.members().stream().filter(name -> !staying.contains(name)).toList();
        for (var name : leavers) {
            if (!elsewhere.contains(name)) {
                throw new ApiException(
                        400,
                        "Cannot remove %s from group as member needs to belong to at least one group"
                                .formatted(name));
            }
        }
        return leavers;
    }

    private static Map<String, String> config(Map<String, String> wanted) {
        var present =
                wanted.entrySet().stream()
                        .filter(entry -> !entry.getValue().isEmpty())
                        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        GroupConfig.check(present);
        return present;
    }

    private static Group known(Reader reader, String name) {
        return GroupsRepository.find(reader, name)
                .orElseThrow(() -> new ApiException(404, "Cluster_group not found"));
    }

    private static void demandFree(Reader reader, String name) {
        if (GroupsRepository.find(reader, name).isPresent()) {
            throw new ApiException(409, "Name \"" + name + "\" already in use");
        }
    }

    private static void demandCluster(Reader reader) {
        if (!GroupsRepository.isClustered(reader)) {
            throw new ApiException(400, "This server is not clustered");
        }
    }
}
