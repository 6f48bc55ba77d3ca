package dev.pileus.server;

import dev.pileus.api.ApiException;
import dev.pileus.api.StoragePool;
import dev.pileus.domain.definitions.Peers;
import dev.pileus.domain.images.ImageTenant;
import dev.pileus.domain.instances.InstanceBelongings;
import dev.pileus.domain.instances.InstanceReferences;
import dev.pileus.domain.members.MemberBelongings;
import dev.pileus.domain.networks.NetworkBelongings;
import dev.pileus.domain.networks.NetworkHost;
import dev.pileus.domain.networks.NetworkTenant;
import dev.pileus.domain.networks.NetworksService;
import dev.pileus.domain.profiles.Devices;
import dev.pileus.domain.profiles.ProfileReferences;
import dev.pileus.domain.profiles.ProfilesService;
import dev.pileus.domain.projects.ProjectsService;
import dev.pileus.domain.resources.ResourcesService;
import dev.pileus.domain.storage.PoolBelongings;
import dev.pileus.domain.storage.StoragePoolsService;
import dev.pileus.domain.volumes.VolumeReferences;
import dev.pileus.domain.warnings.WarningsService;
import dev.pileus.runtime.HostFiles;
import dev.pileus.runtime.network.LinuxBridges;
import dev.pileus.runtime.network.LinuxInterfaces;
import dev.pileus.runtime.resources.LinuxHost;
import dev.pileus.runtime.storage.DirDriver;
import dev.pileus.server.http.Forwarding;
import dev.pileus.server.http.Routes;
import dev.pileus.server.http.routes.DefinitionRoutes;
import dev.pileus.server.http.routes.NetworkRoutes;
import dev.pileus.server.http.routes.ProfileRoutes;
import dev.pileus.server.http.routes.ProjectRoutes;
import dev.pileus.server.http.routes.ResourceRoutes;
import dev.pileus.server.http.routes.StoragePoolRoutes;
import dev.pileus.server.http.routes.WarningRoutes;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/// What instances are made of and what watches over them, put together once: projects, profiles,
/// pools, networks, warnings, the host's resources.
final class Catalogue {
    private final Foundation base;
    private final StoragePoolsService pools;
    private final NetworksService networks;
    private final ProjectsService projects;
    private final ProfilesService profiles;
    private final WarningsService warnings;
    private final ResourcesService resources;

    /// Puts the services together.
    ///
    /// @param peers the other members
    Catalogue(Foundation base, Path stateDir, Peers peers) {
        this.base = base;
        var references = new ProfileReferences();
        var instances = new InstanceReferences();
        var volumes = new VolumeReferences(base.here);
        var files = HostFiles.ofThisHost();
        pools =
                new StoragePoolsService(
                        base.global,
                        base.here,
                        peers,
                        List.of(new DirDriver(stateDir)),
                        List.of(references, instances, volumes),
                        base.events);
        networks =
                new NetworksService(
                        base.global,
                        base.here,
                        peers,
                        new LinuxInterfaces(files),
                        base.sources.random(),
                        List.of(references, instances),
                        base.events);
        projects =
                new ProjectsService(
                        base.global,
                        List.of(
                                references,
                                new NetworkTenant(),
                                new ImageTenant(),
                                volumes,
                                instances),
                        base.events);
        profiles = new ProfilesService(base.global, instances.ofProfiles(), devices(), base.events);
        warnings =
                new WarningsService(
                        base.global, base.sources.time(), base.sources.ids(), base.events);
        resources =
                new ResourcesService(
                        new LinuxHost(files, base.facts.architectures().getFirst()), pools);
    }

    /// What joins and removals have to know of it.
    List<MemberBelongings> belongings() {
        return List.of(
                new PoolBelongings(pools),
                new NetworkBelongings(networks),
                new InstanceBelongings());
    }

    /// What devices can name.
    Devices devices() {
        return new Devices(networks::exists);
    }

    /// Where a pool is on this member.
    Path poolPlace(String pool) {
        var here = base.here;
        var found = here.isClustered() ? pools.getOn(pool, here.name()) : pools.get(pool);
        var source = found.config().getOrDefault("source", "");
        if (source.isEmpty() || !found.status().equals(StoragePool.CREATED)) {
            throw new ApiException(
                    400, "Storage pool \"%s\" is not created on this member".formatted(pool));
        }
        return Path.of(source);
    }

    /// Networks on this member's host.
    NetworkHost networkHost(Path stateDir) {
        return new NetworkHost(networks, new LinuxBridges(HostFiles.ofThisHost(), stateDir));
    }

    /// Bytes.
    long hostMemory() {
        return resources.resources().memory().total();
    }

    WarningsService warnings() {
        return warnings;
    }

    List<Routes> routes(Forwarding forwarding) {
        return List.of(
                new StoragePoolRoutes(pools, forwarding),
                new NetworkRoutes(networks, forwarding),
                new ProjectRoutes(projects, base.operations),
                new ProfileRoutes(profiles),
                new WarningRoutes(warnings),
                new ResourceRoutes(resources, forwarding),
                new DefinitionRoutes(
                        Map.of("storage-pool", pools::perform, "network", networks::perform)));
    }
}
