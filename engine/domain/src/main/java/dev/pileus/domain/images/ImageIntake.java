package dev.pileus.domain.images;

import dev.pileus.api.ApiException;
import dev.pileus.api.Image;
import dev.pileus.api.Operation;
import dev.pileus.database.Batch;
import dev.pileus.database.Database;
import dev.pileus.database.Decision;
import dev.pileus.database.Reader;
import dev.pileus.domain.ThisMember;
import dev.pileus.domain.events.EventHub;
import dev.pileus.domain.operations.OperationsService;
import dev.pileus.domain.operations.Progress;
import dev.pileus.domain.operations.Task;
import dev.pileus.domain.projects.Feature;
import dev.pileus.domain.projects.Projects;
import java.time.InstantSource;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// How images come in: from a client, from another server, from an instance. The files arrive in a
/// [Parcel]; what is refused leaves nothing behind. Safe for use by many threads.
public final class ImageIntake {
    private final Database database;
    private final ThisMember here;
    private final ImageFiles files;
    private final ImageCopies copies;
    private final OperationsService operations;
    private final EventHub events;
    private final InstantSource time;

    public ImageIntake(
            Database database,
            ThisMember here,
            ImageFiles files,
            ImageCopies copies,
            OperationsService operations,
            EventHub events,
            InstantSource time) {
        this.database = database;
        this.here = here;
        this.files = files;
        this.copies = copies;
        this.operations = operations;
        this.events = events;
        this.time = time;
    }

    /// Fills a parcel; what it throws is the operation's failure.
    @FunctionalInterface
    public interface Source {
        /// Fetches what is to become an image.
        ///
        /// @param parcel empty
        /// @return the parcel, filled, and what the source knows about it
        Delivery fetch(Parcel parcel, Progress progress) throws InterruptedException;
    }

    /// What a source has brought.
    public record Delivery(Parcel parcel, ImageWish wish) {}

    /// A place for what a client sends; to be passed on to [#begin], or given up.
    public Parcel expect() {
        return files.expect();
    }

    public void giveUp(Parcel parcel) {
        files.giveUp(parcel);
    }

    /// Makes an image of what a client has sent.
    public Operation begin(String project, Parcel parcel, ImageWish wish) {
        try {
            return begin(
                    project,
                    parcel,
                    "Downloading image",
                    (empty, progress) -> new Delivery(parcel, wish));
        } catch (RuntimeException e) {
            files.giveUp(parcel);
            throw e;
        }
    }

    /// Fetches an image.
    ///
    /// @param description of the operation
    public Operation begin(String project, String description, Source source) {
        return begin(project, files.expect(), description, source);
    }

    private Operation begin(String project, Parcel parcel, String description, Source source) {
        var owner = database.read(reader -> ImageSelection.owner(reader, project));
        return operations.start(
                Task.of(
                                description,
                                progress -> {
                                    try {
                                        take(project, source.fetch(parcel, progress), progress);
                                    } finally {
                                        files.giveUp(parcel);
                                    }
                                })
                        .in(owner));
    }

    private void take(String project, Delivery delivery, Progress progress) {
        var wish = delivery.wish();
        var inspected =
                files.inspect(
                        delivery.parcel(),
                        text -> progress.put("create_image_from_file_progress", text));
        var fingerprint = inspected.fingerprint();
        if (!wish.fingerprint().isEmpty() && !fingerprint.equals(wish.fingerprint())) {
            throw new ApiException(
                    400,
                    "fingerprints don't match, got %s expected %s"
                            .formatted(fingerprint, wish.fingerprint()));
        }
        var image = image(project, inspected, wish);
        copies.keep(delivery.parcel(), fingerprint, () -> note(project, image));
        copies.spread(fingerprint, text -> progress.put("copy_image_progress", text));
        tell(image);
        progress.putAll(
                Map.of("fingerprint", fingerprint, "size", Long.toString(inspected.size())));
    }

    private Image image(String project, InspectedImage inspected, ImageWish wish) {
        var manifest = inspected.manifest();
        var properties = new TreeMap<>(manifest.properties());
        properties.putAll(wish.properties());
        var filename =
                wish.filename().isEmpty()
                        ? inspected.fingerprint() + inspected.suffix()
                        : wish.filename();
        return new Image(
                inspected.fingerprint(),
                inspected.size(),
                filename,
                manifest.architecture(),
                Image.CONTAINER,
                wish.isPublic(),
                wish.autoUpdate(),
                false,
                properties,
                wish.aliases(),
                List.copyOf(new LinkedHashSet<>(wish.profiles())),
                manifest.createdAt(),
                time.instant(),
                Image.NEVER,
                wish.expiresAt().equals(Image.NEVER) ? manifest.expiresAt() : wish.expiresAt(),
                database.read(reader -> ImageSelection.owner(reader, project)));
    }

    private void note(String project, Image image) {
        database.decide(reader -> new Decision<>(insertion(reader, project, image), image));
    }

    private Batch insertion(Reader reader, String project, Image image) {
        var owner = Projects.owner(reader, project, Feature.IMAGES);
        var same =
                ImagesRepository.all(reader).stream()
                        .filter(other -> other.fingerprint().equals(image.fingerprint()))
                        .toList();
        if (same.stream().anyMatch(other -> other.image().project().equals(owner.name()))) {
            throw new ApiException(409, "Image with same fingerprint already exists");
        }
        var profiles = Projects.owner(reader, project, Feature.PROFILES).id();
        ImagesService.demandProfiles(reader, profiles, image.profiles());
        var batch =
                Batch.builder()
                        .add(ImagesRepository.insert(owner.id(), image, profiles, here.id()));
        // the files are the same, whichever project they belong to
        same.stream()
                .flatMap(other -> other.members().stream())
                .forEach(
                        member -> batch.add(ImagesRepository.arrived(image.fingerprint(), member)));
        for (var alias : image.aliases()) {
            ImageAliasesService.checkName(alias.name());
            ImageAliasesService.demandFree(reader, owner.name(), alias.name());
            batch.add(
                    AliasesRepository.insert(
                            owner.name(), image.fingerprint(), alias.name(), alias.description()));
        }
        return batch.build();
    }

    private void tell(Image image) {
        events.tell(ImagesService.happening("image-created", image));
        for (var alias : image.aliases()) {
            events.tell(
                    ImageAliasesService.happening(
                            "image-alias-created", image.project(), alias.name()));
        }
    }
}
