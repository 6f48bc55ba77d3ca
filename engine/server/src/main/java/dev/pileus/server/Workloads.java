package dev.pileus.server;

import dev.pileus.api.NetworkLease;
import dev.pileus.domain.config.Settings;
import dev.pileus.domain.images.ImageFiles;
import dev.pileus.domain.images.ImageIntake;
import dev.pileus.domain.images.ImagePublishing;
import dev.pileus.domain.instances.Contents;
import dev.pileus.domain.instances.CreationService;
import dev.pileus.domain.instances.DeviceChecks;
import dev.pileus.domain.instances.Disks;
import dev.pileus.domain.instances.Drafts;
import dev.pileus.domain.instances.ImageSource;
import dev.pileus.domain.instances.InstanceKeeper;
import dev.pileus.domain.instances.InstanceLists;
import dev.pileus.domain.instances.InstanceWork;
import dev.pileus.domain.instances.Instances;
import dev.pileus.domain.instances.InstancesService;
import dev.pileus.domain.instances.Launches;
import dev.pileus.domain.instances.OtherMembers;
import dev.pileus.domain.instances.PowerService;
import dev.pileus.domain.instances.PowerSwitch;
import dev.pileus.domain.instances.Removal;
import dev.pileus.domain.instances.SnapshotsService;
import dev.pileus.domain.instances.VolumeFolders;
import dev.pileus.domain.instances.Volumes;
import dev.pileus.domain.members.Architecture;
import dev.pileus.domain.members.MembersService;
import dev.pileus.domain.moves.MoveService;
import dev.pileus.domain.networks.NetworkHost;
import dev.pileus.domain.placement.PlacementService;
import dev.pileus.runtime.images.TemplateFiles;
import dev.pileus.runtime.lxc.LxcContainers;
import dev.pileus.runtime.lxc.LxcDevices;
import dev.pileus.runtime.storage.DirFolders;
import dev.pileus.server.http.Forwarder;
import dev.pileus.server.http.Request;
import dev.pileus.server.http.Routes;
import dev.pileus.server.http.routes.InstanceCreationRoutes;
import dev.pileus.server.http.routes.InstanceHomes;
import dev.pileus.server.http.routes.InstanceRoutes;
import dev.pileus.server.http.routes.NetworkLeaseRoutes;
import dev.pileus.server.http.routes.SnapshotRoutes;
import dev.pileus.server.members.InternalInstanceRoutes;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/// What runs on members, put together once: instances and their containers.
final class Workloads implements AutoCloseable {
    private final Foundation base;
    final LxcContainers containers;
    final InstanceWork work = new InstanceWork();
    final VolumeFolders folders = new DirFolders();
    final PlacementService placement;
    final Volumes volumes;
    private final NetworkHost networks;
    private final Removal removal;
    final PowerSwitch power;
    private final InstanceLists lists;
    private final DeviceChecks checks;
    final InstancesService instances;
    private final PowerService powers;
    final SnapshotsService snapshots;
    private final CreationService creation;
    private final InstanceTasks tasks;
    private final Visits visits;

    /// Puts the services together.
    ///
    /// @param images what instances can be made from
    Workloads(
            Foundation base,
            Path stateDir,
            Catalogue catalogue,
            MembersService members,
            OtherMembers others,
            ImageSource images) {
        this.base = base;
        var time = base.sources.time();
        containers = new LxcContainers(stateDir);
        volumes = new Volumes(catalogue::poolPlace);
        networks = catalogue.networkHost(stateDir);
        removal = new Removal(base.global, containers, volumes, folders, base.events, work);
        power =
                new PowerSwitch(
                        base.global,
                        containers,
                        launches(catalogue),
                        new LxcDevices(containers),
                        volumes,
                        new TemplateFiles(),
                        base.events,
                        time,
                        base.sources.random());
        checks = new DeviceChecks(catalogue.devices(), disks());
        lists = new InstanceLists(base.global, base.here, containers, others);
        instances =
                new InstancesService(
                        base.global,
                        base.here,
                        base.operations,
                        base.events,
                        work,
                        power,
                        checks,
                        volumes,
                        folders,
                        containers,
                        removal);
        powers = new PowerService(base.global, base.operations, base.events, work, power, removal);
        snapshots =
                new SnapshotsService(
                        base.global,
                        base.operations,
                        base.events,
                        work,
                        power,
                        volumes,
                        folders,
                        containers,
                        time);
        placement = new PlacementService(members, Instances::counts);
        creation = creation(images);
        visits = new Visits(base, stateDir, containers, volumes);
        tasks =
                new InstanceTasks(
                        new InstanceKeeper(
                                base.global,
                                base.here,
                                containers,
                                work,
                                power,
                                removal,
                                snapshots),
                        networks,
                        base.global);
    }

    private Launches launches(Catalogue catalogue) {
        return new Launches(volumes, disks(), networks::connect, catalogue::hostMemory);
    }

    private Disks disks() {
        return new Disks(base.global, volumes, Files::exists);
    }

    private CreationService creation(ImageSource images) {
        var sources = base.sources;
        return new CreationService(
                base.global,
                base.here,
                placement,
                new Drafts(
                        images,
                        Architecture.named(base.facts.architectures().getFirst()),
                        sources.ids(),
                        sources.random()),
                checks,
                new Contents(base.global, images, volumes, folders),
                base.operations,
                powers,
                work,
                removal,
                base.events,
                sources.time());
    }

    /// @param moves what carries instances to other members
    /// @param leases what other members have given out on a network
    List<Routes> routes(
            Forwarder forwarder, MoveService moves, Function<Request, List<NetworkLease>> leases) {
        var homes = homes(forwarder);
        var routes = new ArrayList<>(visits.routes(homes));
        routes.add(new InstanceRoutes(lists, instances, moves, powers, snapshots, homes));
        routes.add(new NetworkLeaseRoutes(networks, leases));
        routes.add(new InstanceCreationRoutes(creation, instances, moves, forwarder));
        routes.add(new SnapshotRoutes(snapshots, homes));
        routes.add(new InternalInstanceRoutes(lists));
        return routes;
    }

    /// Makes images of instances.
    ImagePublishing publishing(ImageFiles files, ImageIntake intake, Settings settings) {
        return new ImagePublishing(
                instances,
                containers,
                volumes,
                folders,
                work,
                files,
                intake,
                settings,
                base.sources.time());
    }

    /// Has requests served where their instance lives.
    InstanceHomes homes(Forwarder forwarder) {
        return new InstanceHomes(instances, forwarder);
    }

    /// Begins to look after the instances.
    ///
    /// @param movements what was on the way has to be looked after, too
    AutoCloseable start(Movements movements) {
        tasks.start(movements);
        return tasks;
    }

    /// Ends the instances, because the host goes down.
    void end() {
        tasks.end();
    }

    /// Containers go on.
    @Override
    public void close() {
        containers.close();
    }
}
