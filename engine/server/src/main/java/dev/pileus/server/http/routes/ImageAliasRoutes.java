package dev.pileus.server.http.routes;

import dev.pileus.api.ApiException;
import dev.pileus.api.ImageAlias;
import dev.pileus.api.ImageAliasPatch;
import dev.pileus.api.ImageAliasUpdate;
import dev.pileus.domain.Urls;
import dev.pileus.domain.images.ImageAliasesService;
import dev.pileus.domain.images.ImagesService;
import dev.pileus.server.http.Access;
import dev.pileus.server.http.Answer;
import dev.pileus.server.http.Listing;
import dev.pileus.server.http.Request;
import dev.pileus.server.http.RouteTable;
import dev.pileus.server.http.Routes;
import java.util.function.UnaryOperator;

/// `/1.0/images/aliases`. Strangers see the names of public images.
public final class ImageAliasRoutes implements Routes {
    private static final String ALIASES = ImageRoutes.IMAGES + "/aliases";
    private static final String ALIAS = ALIASES + "/{name}";

    private final ImageAliasesService aliases;
    private final ImagesService images;

    public ImageAliasRoutes(ImageAliasesService aliases, ImagesService images) {
        this.aliases = aliases;
        this.images = images;
    }

    @Override
    public void addTo(RouteTable.Builder table) {
        table.get(ALIASES, Access.PUBLIC, this::list)
                .post(ALIASES, Access.PROJECT, this::create)
                .get(ALIAS, Access.PUBLIC, this::show)
                .put(ALIAS, Access.PROJECT, this::replace)
                .patch(ALIAS, Access.PROJECT, this::patch)
                .post(ALIAS, Access.PROJECT, this::rename)
                .delete(ALIAS, Access.PROJECT, this::delete);
    }

    private Answer list(Request request) {
        var seen =
                aliases.list(request.project()).stream()
                        .filter(alias -> maySee(request, alias))
                        .toList();
        return Listing.of(request, seen, alias -> url(request, alias.name()));
    }

    private Answer create(Request request) {
        demandOwn(request);
        var wanted = request.document(ImageAlias.class);
        aliases.create(request.project(), wanted);
        return Answer.created(url(request, wanted.name()));
    }

    private Answer show(Request request) {
        var alias = aliases.get(request.project(), request.parameter("name"));
        if (!maySee(request, alias)) {
            throw new ApiException(404, "Image alias not found");
        }
        return Answer.editable(alias, alias.writable());
    }

    private Answer replace(Request request) {
        var wanted = request.document(ImageAliasUpdate.class);
        return update(request, present -> wanted);
    }

    private Answer patch(Request request) {
        return update(request, request.document(ImageAliasPatch.class)::over);
    }

    private Answer update(Request request, UnaryOperator<ImageAliasUpdate> change) {
        demandOwn(request);
        aliases.update(
                request.project(),
                request.parameter("name"),
                present -> {
                    request.requireVersion(present);
                    return change.apply(present);
                });
        return Answer.done();
    }

    private Answer rename(Request request) {
        demandOwn(request);
        var name = request.document(NewName.class).text();
        aliases.rename(request.project(), request.parameter("name"), name);
        return Answer.created(url(request, name));
    }

    private Answer delete(Request request) {
        demandOwn(request);
        aliases.delete(request.project(), request.parameter("name"));
        return Answer.done();
    }

    private boolean maySee(Request request, ImageAlias alias) {
        return request.caller().mayUse(request.project())
                || images.get(request.project(), alias.target()).isPublic();
    }

    /// A project without images of its own shows the default project's, and cannot change them.
    private void demandOwn(Request request) {
        if (!request.caller().mayUse(images.owner(request.project()))) {
            throw new ApiException(403, "not authorized");
        }
    }

    private static String url(Request request, String alias) {
        return Urls.in(request.project(), "images", "aliases", alias);
    }
}
