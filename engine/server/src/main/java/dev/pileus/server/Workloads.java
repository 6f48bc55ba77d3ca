package dev.pileus.server;

import dev.pileus.domain.instances.InstanceLists;
import dev.pileus.domain.instances.InstancesService;
import dev.pileus.runtime.lxc.LxcContainers;
import dev.pileus.server.http.Forwarder;
import dev.pileus.server.http.Routes;
import dev.pileus.server.http.routes.InstanceHomes;
import dev.pileus.server.http.routes.InstanceRoutes;
import dev.pileus.server.members.InstancesElsewhere;
import dev.pileus.server.members.InternalInstanceRoutes;
import java.nio.file.Path;
import java.util.List;

/// What runs on members, put together once: instances and their containers.
final class Workloads implements AutoCloseable {
    private final LxcContainers containers;
    private final InstanceLists lists;
    private final InstancesService instances;

    /// Puts the services together.
    ///
    /// @param others the other members
    Workloads(Foundation base, Path stateDir, InstancesElsewhere others) {
        containers = new LxcContainers(stateDir);
        lists = new InstanceLists(base.global, base.here, containers, others);
        instances = new InstancesService(base.global, base.here);
    }

    List<Routes> routes(Forwarder forwarder) {
        return List.of(
                new InstanceRoutes(lists, homes(forwarder)), new InternalInstanceRoutes(lists));
    }

    /// Has requests served where their instance lives.
    InstanceHomes homes(Forwarder forwarder) {
        return new InstanceHomes(instances, forwarder);
    }

    /// Containers go on.
    @Override
    public void close() {
        containers.close();
    }
}
