package dev.pileus.server;

import dev.pileus.domain.images.ImageAliasesService;
import dev.pileus.domain.images.ImageBelongings;
import dev.pileus.domain.images.ImageCopies;
import dev.pileus.domain.images.ImageFiles;
import dev.pileus.domain.images.ImageIntake;
import dev.pileus.domain.images.ImageSecrets;
import dev.pileus.domain.images.ImageSupply;
import dev.pileus.domain.images.ImagesService;
import dev.pileus.domain.instances.ImageSource;
import dev.pileus.domain.instances.Pools;
import dev.pileus.domain.members.MemberBelongings;
import dev.pileus.domain.volumes.VolumeBelongings;
import dev.pileus.domain.volumes.VolumeCreation;
import dev.pileus.domain.volumes.VolumeGiving;
import dev.pileus.domain.volumes.VolumePlaces;
import dev.pileus.domain.volumes.VolumeSnapshotsService;
import dev.pileus.domain.volumes.VolumesService;
import dev.pileus.runtime.images.ImageFolder;
import dev.pileus.runtime.storage.DirFolders;
import dev.pileus.runtime.storage.TarStreams;
import dev.pileus.server.http.Forwarder;
import dev.pileus.server.http.Forwarding;
import dev.pileus.server.http.Routes;
import dev.pileus.server.http.routes.ImageAliasRoutes;
import dev.pileus.server.http.routes.ImageRoutes;
import dev.pileus.server.http.routes.ImageUploads;
import dev.pileus.server.http.routes.InternalImageRoutes;
import dev.pileus.server.http.routes.InternalVolumeRoutes;
import dev.pileus.server.http.routes.PublishedInstances;
import dev.pileus.server.http.routes.VolumeHomes;
import dev.pileus.server.http.routes.VolumeRoutes;
import dev.pileus.server.http.routes.VolumeSnapshotRoutes;
import dev.pileus.server.members.HttpImageMembers;
import dev.pileus.server.members.HttpVolumeMembers;
import dev.pileus.server.members.Neighbours;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/// What instances come from and what they keep apart from themselves, put together once: images and
/// custom volumes.
final class Stores {
    private final Foundation base;
    private final ImageFiles files;
    private final ImagesService images;
    private final ImageIntake intake;
    private final ImageAliasesService aliases;
    private final ImageSecrets secrets;
    private final ImageCopies copies;
    private final VolumesService volumes;
    private final VolumeCreation creation;
    private final VolumeSnapshotsService snapshots;
    private final VolumeGiving giving;

    /// Puts the services together.
    ///
    /// @param pools where pools are on this member
    Stores(Foundation base, Path stateDir, Pools pools, Neighbours neighbours) {
        var time = base.sources.time();
        this.base = base;
        files = ImageFolder.in(stateDir.resolve("images"));
        copies =
                new ImageCopies(
                        base.global,
                        base.here,
                        files,
                        new HttpImageMembers(neighbours, base.liveness, base.cluster),
                        base.clusterSettings);
        images = new ImagesService(base.global, files, copies, base.operations, base.events, time);
        intake =
                new ImageIntake(
                        base.global, base.here, files, copies, base.operations, base.events, time);
        aliases = new ImageAliasesService(base.global, base.events);
        secrets = new ImageSecrets(base.global, base.tokens, base.sources.random());
        var places = new VolumePlaces(pools);
        var folders = new DirFolders();
        var streams = new TarStreams();
        volumes = new VolumesService(base.global, base.here, places, folders, base.events);
        creation =
                new VolumeCreation(
                        base.global,
                        base.here,
                        places,
                        folders,
                        new HttpVolumeMembers(neighbours, base.liveness, base.cluster, streams),
                        base.operations,
                        base.events,
                        time);
        snapshots =
                new VolumeSnapshotsService(
                        base.global,
                        base.here,
                        places,
                        folders,
                        base.operations,
                        base.events,
                        time);
        giving = new VolumeGiving(base.global, base.here, places, streams);
    }

    /// What instances are made from.
    ImageSource supply() {
        return new ImageSupply(images);
    }

    /// What joins and removals have to know of it.
    List<MemberBelongings> belongings() {
        return List.of(new ImageBelongings(copies), new VolumeBelongings());
    }

    /// What is done once at the start.
    List<Runnable> news() {
        return List.of(copies::tidy);
    }

    /// What the leader looks after.
    List<Runnable> chores() {
        return List.of(copies::repair);
    }

    /// @param workloads whose instances can be published
    List<Routes> routes(Forwarding forwarding, Forwarder forwarder, Workloads workloads) {
        var homes = new VolumeHomes(volumes, forwarder);
        var publishing =
                new PublishedInstances(
                        workloads.publishing(files, intake, base.clusterSettings), forwarder);
        return List.of(
                new ImageRoutes(
                        images,
                        secrets,
                        new ImageUploads(
                                intake,
                                Map.of(
                                        "instance",
                                        publishing::publish,
                                        "container",
                                        publishing::publish,
                                        "snapshot",
                                        publishing::publish))),
                new ImageAliasRoutes(aliases, images),
                new InternalImageRoutes(images, copies),
                new VolumeRoutes(volumes, creation, snapshots, homes, forwarding),
                new VolumeSnapshotRoutes(volumes, snapshots, homes),
                new InternalVolumeRoutes(giving));
    }
}
