package dev.pileus.server;

import dev.pileus.domain.images.ImageAliasesService;
import dev.pileus.domain.images.ImageBelongings;
import dev.pileus.domain.images.ImageCopies;
import dev.pileus.domain.images.ImageIntake;
import dev.pileus.domain.images.ImageMembers;
import dev.pileus.domain.images.ImageSecrets;
import dev.pileus.domain.images.ImageSupply;
import dev.pileus.domain.images.ImagesService;
import dev.pileus.domain.instances.ImageSource;
import dev.pileus.domain.members.MemberBelongings;
import dev.pileus.runtime.images.ImageFolder;
import dev.pileus.server.http.Routes;
import dev.pileus.server.http.routes.ImageAliasRoutes;
import dev.pileus.server.http.routes.ImageRoutes;
import dev.pileus.server.http.routes.ImageUploads;
import dev.pileus.server.http.routes.InternalImageRoutes;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/// What instances come from and what they keep apart from themselves, put together once: images.
final class Stores {
    private final ImagesService images;
    private final ImageIntake intake;
    private final ImageAliasesService aliases;
    private final ImageSecrets secrets;
    private final ImageCopies copies;

    /// Puts the services together.
    ///
    /// @param members the other members
    Stores(Foundation base, Path stateDir, ImageMembers members) {
        var files = ImageFolder.in(stateDir.resolve("images"));
        copies = new ImageCopies(base.global, base.here, files, members, base.clusterSettings);
        images =
                new ImagesService(
                        base.global,
                        files,
                        copies,
                        base.operations,
                        base.events,
                        base.sources.time());
        intake =
                new ImageIntake(
                        base.global,
                        base.here,
                        files,
                        copies,
                        base.operations,
                        base.events,
                        base.sources.time());
        aliases = new ImageAliasesService(base.global, base.events);
        secrets = new ImageSecrets(base.global, base.tokens, base.sources.random());
    }

    /// What instances are made from.
    ImageSource supply() {
        return new ImageSupply(images);
    }

    /// What joins and removals have to know of it.
    List<MemberBelongings> belongings() {
        return List.of(new ImageBelongings(copies));
    }

    /// What is done once at the start.
    List<Runnable> news() {
        return List.of(copies::tidy);
    }

    /// What the leader looks after.
    List<Runnable> chores() {
        return List.of(copies::repair);
    }

    List<Routes> routes() {
        return List.of(
                new ImageRoutes(images, secrets, new ImageUploads(intake, Map.of())),
                new ImageAliasRoutes(aliases, images),
                new InternalImageRoutes(images, copies));
    }
}
