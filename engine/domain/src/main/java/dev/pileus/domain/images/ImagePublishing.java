package dev.pileus.domain.images;

import dev.pileus.api.ApiException;
import dev.pileus.api.Image;
import dev.pileus.api.NewImage;
import dev.pileus.api.Operation;
import dev.pileus.domain.config.Settings;
import dev.pileus.domain.instances.Containers;
import dev.pileus.domain.instances.InstanceWork;
import dev.pileus.domain.instances.InstancesService;
import dev.pileus.domain.instances.StoredInstance;
import dev.pileus.domain.instances.VolumeFolders;
import dev.pileus.domain.instances.Volumes;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Map;
import java.util.TreeMap;

/// Makes images of stopped instances and of snapshots, on the member where they live. Safe for use
/// by many threads.
public final class ImagePublishing {
    private static final String OF_IMAGE = "image.";

    private final InstancesService instances;
    private final Containers containers;
    private final Volumes volumes;
    private final VolumeFolders folders;
    private final InstanceWork work;
    private final ImageFiles files;
    private final ImageIntake intake;
    private final Settings settings;
    private final InstantSource time;

    /// Publishes instances.
    ///
    /// @param settings the cluster's
    public ImagePublishing(
            InstancesService instances,
            Containers containers,
            Volumes volumes,
            VolumeFolders folders,
            InstanceWork work,
            ImageFiles files,
            ImageIntake intake,
            Settings settings,
            InstantSource time) {
        this.instances = instances;
        this.containers = containers;
        this.volumes = volumes;
        this.folders = folders;
        this.work = work;
        this.files = files;
        this.intake = intake;
        this.settings = settings;
        this.time = time;
    }

    /// The instance that is to become an image, or whose snapshot is.
    ///
    /// @throws ApiException 404
    public StoredInstance source(String project, NewImage wanted) {
        return instances.find(project, wanted.source().name().split("/", 2)[0]);
    }

    public boolean isHere(StoredInstance instance) {
        return instances.isHere(instance);
    }

    /// Begins to make an image of an instance of this member.
    public Operation publish(StoredInstance instance, NewImage wanted) {
        var folder = folder(instance, wanted.source().name());
        var algorithm =
                wanted.compressionAlgorithm().isEmpty()
                        ? settings.value("images.compression_algorithm")
                        : wanted.compressionAlgorithm();
        var manifest =
                new ImageManifest(
                        instance.own().architecture(),
                        time.instant(),
                        wanted.expiresAt(),
                        properties(instance, wanted));
        return intake.begin(
                instance.project(),
                "Publishing image",
                (parcel, progress) -> {
                    progress.put("create_image_from_container_pack_progress", "Packing the image");
                    work.<RuntimeException>alone(
                            instance.id(), () -> files.pack(folder, manifest, algorithm, parcel));
                    return new ImageIntake.Delivery(parcel, wish(wanted));
                });
    }

    /// A snapshot stays as it is; an instance must not change while it is packed.
    private Path folder(StoredInstance instance, String name) {
        var slash = name.indexOf('/');
        if (slash < 0) {
            if (containers.power(instance.handle()).isUp()) {
                throw new ApiException(400, "Cannot publish a running instance as an image");
            }
            return volumes.of(instance).folder();
        }
        var snapshot = name.substring(slash + 1);
        var place = volumes.of(instance).snapshot(snapshot);
        // a name that leads elsewhere is the name of no snapshot
        if (snapshot.isEmpty()
                || snapshot.startsWith(".")
                || snapshot.contains("/")
                || !folders.exists(place)) {
            throw new ApiException(404, "Instance snapshot not found");
        }
        return place;
    }

    /// What the instance has from its own image, then what is asked for.
    private static Map<String, String> properties(StoredInstance instance, NewImage wanted) {
        var properties = new TreeMap<String, String>();
        instance.own()
                .config()
                .forEach((key, value) -> {
                    if (key.startsWith(OF_IMAGE)) {
                        properties.put(key.substring(OF_IMAGE.length()), value);
                    }
                });
        properties.putAll(wanted.properties());
        return properties;
    }

    private static ImageWish wish(NewImage wanted) {
        return new ImageWish(
                "",
                wanted.filename(),
                wanted.isPublic(),
                false,
                Map.of(),
                wanted.aliases(),
                Image.NEVER,
                wanted.profiles().isEmpty() ? ImageWish.plain().profiles() : wanted.profiles());
    }
}
