package dev.pileus.domain.storage;

import dev.pileus.api.ApiException;
import dev.pileus.database.Batch;
import dev.pileus.database.Decision;
import dev.pileus.database.LocalDatabase;
import dev.pileus.domain.TestDatabase;
import dev.pileus.domain.definitions.Location;
import dev.pileus.domain.definitions.Peers;
import dev.pileus.domain.definitions.Task;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Services of several members that share one database and call each other directly.
final class PoolCluster implements Peers {
    final LocalDatabase database;
    final Map<String, FolderDriver> hosts = new HashMap<>();
    final Set<String> down = new HashSet<>();
    private final Map<String, StoragePoolsService> services = new HashMap<>();

    PoolCluster(Path folder, PoolUse use, String... members) {
        database = TestDatabase.cluster(folder, members);
        for (var i = 0; i < members.length; i++) {
            var name = members[i];
            hosts.put(name, new FolderDriver("/" + name));
            services.put(
                    name,
                    new StoragePoolsService(
                            database,
                            TestDatabase.member(i + 1, name),
                            this,
                            List.of(host(name)),
                            List.of(use),
                            TestDatabase.silence()));
        }
    }

    StoragePoolsService on(String member) {
        return find(services, member);
    }

    FolderDriver host(String member) {
        return find(hosts, member);
    }

    private static <T> T find(Map<String, T> things, String member) {
        var thing = things.get(member);
        if (thing == null) {
            throw new IllegalArgumentException("no member " + member);
        }
        return thing;
    }

    /// A newcomer that has made its part of the pools already.
    void join(String name, StoragePoolsService leader, Map<String, Map<String, String>> config) {
        var id = services.size() + 1L;
        database.decide(reader ->
                new Decision<>(
                        Batch.builder()
                                .run(
                                        "INSERT INTO nodes (id, name, address) VALUES (?, ?, ?)",
                                        id,
                                        name,
                                        "127.0.0.1:" + (9000 + id))
                                .add(leader.join(reader, id, config))
                                .build(),
                        name));
    }

    @Override
    public void demandAlive(List<Location> members) {
        for (var member : members) {
            if (down.contains(member.name())) {
                throw new ApiException(500, "peer node " + member.address() + " is down");
            }
        }
    }

    @Override
    public void perform(Location member, Task task) {
        on(member.name()).perform(task);
    }
}
