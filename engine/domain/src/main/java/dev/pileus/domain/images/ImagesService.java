package dev.pileus.domain.images;

import dev.pileus.api.ApiException;
import dev.pileus.api.Image;
import dev.pileus.api.ImageUpdate;
import dev.pileus.api.Operation;
import dev.pileus.database.Database;
import dev.pileus.database.Decision;
import dev.pileus.database.Reader;
import dev.pileus.domain.Urls;
import dev.pileus.domain.events.EventHub;
import dev.pileus.domain.events.Happening;
import dev.pileus.domain.operations.OperationsService;
import dev.pileus.domain.operations.Task;
import dev.pileus.domain.projects.Feature;
import dev.pileus.domain.projects.Projects;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.function.UnaryOperator;

/// Images (CONTRACT 17). Each call names the project somebody works in; which project owns its
/// images is found here. Refusals are [ApiException]s. Safe for use by many threads.
///
/// Whoever makes an instance calls [#resolve] in its decision's project to learn what the image is,
/// and [#unpack] on the member where the instance will live.
public final class ImagesService {
    private final Database database;
    private final ImageFiles files;
    private final ImageCopies copies;
    private final OperationsService operations;
    private final EventHub events;
    private final InstantSource time;

    public ImagesService(
            Database database,
            ImageFiles files,
            ImageCopies copies,
            OperationsService operations,
            EventHub events,
            InstantSource time) {
        this.database = database;
        this.files = files;
        this.copies = copies;
        this.operations = operations;
        this.events = events;
        this.time = time;
    }

    /// Those that are seen in a project, in the order in which they came.
    public List<Image> list(String project) {
        return database.read(reader ->
                ImageSelection.in(reader, project).stream().map(StoredImage::image).toList());
    }

    /// Those of all projects.
    public List<Image> listAll() {
        return database.read(
                reader -> ImagesRepository.all(reader).stream().map(StoredImage::image).toList());
    }

    /// The project whose images are meant when somebody works in a project.
    public String owner(String project) {
        return database.read(reader -> ImageSelection.owner(reader, project));
    }

    /// One image.
    ///
    /// @param prefix its fingerprint, or a beginning that no other one has
    /// @throws ApiException 404, 400 when several begin so
    public Image get(String project, String prefix) {
        return database.read(reader -> ImageSelection.known(reader, project, prefix).image());
    }

    /// One image by any of its names.
    ///
    /// @param reference an alias, a fingerprint, or a beginning of one that no other one has
    /// @throws ApiException 404, 400 when several begin so
    public Image resolve(String project, String reference) {
        return database.read(reader -> {
            var alias =
                    AliasesRepository.find(
                            reader, ImageSelection.owner(reader, project), reference);
            var prefix = alias.map(found -> found.alias().target()).orElse(reference);
            return ImageSelection.known(reader, project, prefix).image();
        });
    }

    /// Unpacks an image into an empty folder of this host: `metadata.yaml`, `templates` if there
    /// are any, and `rootfs`, with owners and modes as they are in the image. A member without the
    /// image fetches it from another one first. What is in the folder after a failure is for the
    /// caller to remove.
    ///
    /// @param fingerprint in full, as [#resolve] tells it
    public void unpack(String fingerprint, Path folder) {
        copies.demandHere(fingerprint);
        files.unpack(fingerprint, folder);
        database.decide(reader ->
                new Decision<>(ImagesRepository.used(fingerprint, time.instant()), fingerprint));
    }

    /// The files of an image, on this host: fetched from another member where they are not here.
    ///
    /// @param fingerprint in full
    public List<ImageFile> files(String fingerprint) {
        copies.demandHere(fingerprint);
        return files.files(fingerprint);
    }

    /// The files of an image as far as they are on this host already; none where it has none.
    public List<ImageFile> filesHere(String fingerprint) {
        return files.fingerprints().contains(fingerprint) && files.has(fingerprint)
                ? files.files(fingerprint)
                : List.of();
    }

    /// The image has been given away.
    public void tellRetrieved(Image image) {
        events.tell(happening("image-retrieved", image));
    }

    /// Changes properties, profiles, expiry and whom it is for.
    ///
    /// @param edit may throw to refuse, and is repeated when somebody else was faster
    public void update(String project, String prefix, UnaryOperator<ImageUpdate> edit) {
        var changed =
                database.decide(reader -> {
                    var image = ImageSelection.known(reader, project, prefix);
                    var wanted = edit.apply(image.image().writable());
                    var profiles = Projects.owner(reader, project, Feature.PROFILES).id();
                    demandProfiles(reader, profiles, wanted.profiles());
                    return new Decision<>(
                            ImagesRepository.update(image, unique(wanted), profiles),
                            image.image());
                });
        events.tell(happening("image-updated", changed));
    }

    private static ImageUpdate unique(ImageUpdate wanted) {
        return new ImageUpdate(
                wanted.autoUpdate(),
                wanted.properties(),
                wanted.isPublic(),
                wanted.expiresAt(),
                List.copyOf(new LinkedHashSet<>(wanted.profiles())));
    }

    /// Deletes an image everywhere.
    public Operation delete(String project, String prefix) {
        var image =
                database.readLatest(reader ->
                        ImageSelection.find(ImageSelection.in(reader, project), prefix)
                                .orElseThrow(() -> new ApiException(404, "Image not found"))
                                .image());
        return operations.start(
                Task.of("Deleting image", progress -> delete(project, image))
                        .in(image.project())
                        .about("images", url(image)));
    }

    private void delete(String project, Image wanted) {
        var gone =
                database.decide(reader -> {
                    var image = ImageSelection.known(reader, project, wanted.fingerprint());
                    return new Decision<>(ImagesRepository.delete(image), image);
                });
        copies.forgetEverywhere(gone);
        events.tell(happening("image-deleted", gone.image()));
    }

    /// @param owner row of the project that owns them
    static void demandProfiles(Reader reader, long owner, List<String> names) {
        for (var name : names) {
            if (reader.select(
                            "SELECT id FROM profiles WHERE project_id = ? AND name = ?",
                            owner,
                            name)
                    .isEmpty()) {
                throw new ApiException(404, "Profile not found");
            }
        }
    }

    static String url(Image image) {
        return Urls.in(image.project(), "images", image.fingerprint());
    }

    static Happening happening(String action, Image image) {
        return Happening.of(action, url(image)).in(image.project());
    }
}
